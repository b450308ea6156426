import type { CellCode } from './cell-code';
import { cellsOf } from './cells';
import type { EditionId } from './editions';

/** How well a cell of 2021 compares with 2019: `same` measure, `roughly` (the definition moved a little), or not at all. */
export type Comparison = 'same' | 'roughly' | 'none';

export interface ComparableCells {
  readonly comparison: Comparison;
  /** The cells of 2019 whose sum says the same; empty where nothing does. */
  readonly cells: readonly CellCode[];
  readonly why: string;
}

const disclosureIn2019: Partial<Record<CellCode, ComparableCells>> = {
  'disclosure.a20_1.regulation.issued': {
    comparison: 'roughly',
    cells: ['disclosure.a20_1.regulation.made'],
    why: '2019年版为“新制作”，2021年版为“制发”',
  },
  'disclosure.a20_1.normative_doc.issued': {
    comparison: 'roughly',
    cells: ['disclosure.a20_1.normative_doc.made'],
    why: '2021年版由“规范性文件”收窄为“行政规范性文件”',
  },
  'disclosure.a20_5.licence.decisions': { comparison: 'same', cells: ['disclosure.a20_5.licence.decisions'], why: '同一指标' },
  'disclosure.a20_6.penalty.decisions': { comparison: 'same', cells: ['disclosure.a20_6.penalty.decisions'], why: '同一指标' },
  'disclosure.a20_6.compulsion.decisions': { comparison: 'same', cells: ['disclosure.a20_6.compulsion.decisions'], why: '同一指标' },
};

const cellsOf2019 = new Set<CellCode>(cellsOf('2019'));
const splitRow = /^requests\.other\.(no_correction|unpaid_fee|misc)\.(\w+)$/;

/** The cells of 2019 that compare with a cell of 2021. A part of the split row （六） has no counterpart; its sum has, see `cellsIn`. */
export function comparableIn2019(cell: CellCode): ComparableCells {
  if (disclosureIn2019[cell]) return disclosureIn2019[cell];
  if (cell.startsWith('disclosure.')) return { comparison: 'none', cells: [], why: '2019年版没有同口径指标' };
  if (splitRow.test(cell)) return { comparison: 'none', cells: [], why: '2019年版（六）其他处理不分项，只有合计可比' };
  return { comparison: 'same', cells: cellsOf2019.has(cell) ? [cell] : [], why: '同一指标' };
}

/**
 * The cells of an edition whose sum answers a question asked in cells of 2021. `undefined` where the edition has no such measure.
 * The three rows under （六） asked together are the single row `requests.other` of 2019.
 */
export function cellsIn(edition: EditionId, asked: readonly CellCode[]): readonly CellCode[] | undefined {
  if (edition === '2021') return asked;
  const wholeRows = new Map<string, number>();
  for (const cell of asked) {
    const applicant = splitRow.exec(cell)?.[2];
    if (applicant) wholeRows.set(applicant, (wholeRows.get(applicant) ?? 0) + 1);
  }
  if ([...wholeRows.values()].some((parts) => parts !== 3)) return undefined;
  const others = asked.filter((cell) => !splitRow.test(cell)).map(comparableIn2019);
  if (others.some(({ comparison }) => comparison === 'none')) return undefined;
  return [...others.flatMap(({ cells }) => cells), ...[...wholeRows.keys()].map((applicant) => `requests.other.${applicant}` as CellCode)];
}
