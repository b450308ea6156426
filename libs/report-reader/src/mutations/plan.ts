import { editions, type EditionId } from '@mingshu/report-format';
import fc from 'fast-check';
import { carriers, carrierNames, type CarrierName } from './carriers';
import { chanceFrom } from './chance';
import { damageNames, damages, type DamageName } from './damages';
import {
  balancedFigures,
  doubtful,
  figureStyles,
  isTable,
  knowing,
  printedTables,
  type PrintedSlot,
  type FigureStyle,
  type PrintedReport,
  type Truth,
} from './printed-report';

/** Everything a damaged document is drawn from. */
export interface Plan {
  readonly seed: number;
  readonly edition: EditionId;
  readonly figures: FigureStyle;
  readonly carrier: CarrierName;
  readonly damages: readonly DamageName[];
}

/** Plans of documents with none to four damages. */
export const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(2 ** 31 - 1),
  edition: fc.constantFrom<EditionId>('2019', '2021', '2021'),
  figures: fc.constantFrom(...figureStyles),
  carrier: fc.constantFrom(...carrierNames),
  damages: fc.array(fc.constantFrom(...damageNames), { maxLength: 4 }),
});

function undamaged({ seed, edition, figures: style }: Plan): PrintedReport {
  const chance = chanceFrom(seed);
  const year = edition === '2019' ? chance.of([2019, 2020]) : chance.of([2021, 2022, 2023, 2024]);
  const figures = balancedFigures(edition, style, chance);
  return {
    edition,
    year,
    before: [
      `清河县柳河镇人民政府${year}年政府信息公开工作年度报告`,
      `根据《中华人民共和国政府信息公开条例》要求编制本报告。本报告所列数据的统计期限为${year}年1月1日至12月31日。`,
    ],
    sections: editions[edition].sections.map(({ number, heading, table }) => ({
      heading,
      parts: table
        ? printedTables(edition, number as 2 | 3 | 4, figures)
        : [`${year}年，我镇认真做好政府信息公开工作，公开信息126条，其中动态60条。`, '（一）主动公开。办理行政许可 12 件，行政处罚 3 件。'],
    })),
    after: [`${year + 1}年1月16日`],
    truth: Object.fromEntries(Object.entries(figures).map(([cell, figure]) => [cell, { figure, isKnowable: true }])),
  };
}

/** Where blanks leave no trace, a row that has one cannot be told; and one that has a cell too many besides looks whole. */
function withoutBlanks(report: PrintedReport): PrintedReport {
  const rows = report.sections.flatMap(({ parts }) => parts.filter(isTable).flatMap((table) => table.rows));
  const isBlank = ({ text }: PrintedSlot) => text.trim() === '';
  return rows
    .map((row) => row.filter(({ kind }) => kind === 'figure'))
    .filter((figures) => figures.some(isBlank))
    .reduce((one, figures) => {
      const cells = figures.map(({ cell }) => cell);
      const looksWhole = figures.filter((slot) => !isBlank(slot)).length >= cells.filter(Boolean).length;
      return knowing(one, cells, (known) => ({ ...doubtful(known), isUndefined: looksWhole }));
    }, report);
}

/**
 * A row with a cell too many and a blank at its end prints as many figures as the form has and an empty cell behind them, which documents
 * have for spacing: nobody can know which of the figures is the one too many.
 */
function withSpacing(report: PrintedReport): PrintedReport {
  const rows = report.sections.flatMap(({ parts }) => parts.filter(isTable).flatMap((table) => table.rows));
  return rows
    .map((row) => row.filter(({ kind }) => kind === 'figure'))
    .filter((figures) => {
      const last = figures.findLastIndex(({ text }) => text.trim() !== '');
      const count = figures.filter(({ cell }) => cell).length;
      return count > 0 && figures.length > count && last + 1 === count;
    })
    .reduce(
      (one, figures) =>
        knowing(
          one,
          figures.map(({ cell }) => cell),
          (known) => ({ ...doubtful(known), isUndefined: true }),
        ),
      report,
    );
}

/** A second print of a row that lost its name besides says nothing about which row it is, so nobody can know that there were two. */
const drawnDamages = ({ damages: names }: Plan) =>
  names.includes('row twice with other figures') ? names.filter((name) => name !== 'label blanked') : names;

/** The document of a plan as text, and what it says. */
export function draw(plan: Plan): { readonly text: string; readonly truth: Truth; readonly year: number } {
  const chance = chanceFrom(plan.seed ^ 0x5bd1e995);
  const damaged = drawnDamages(plan).reduce((report, name) => damages[name](report, chance), undamaged(plan));
  const carrier = carriers[plan.carrier];
  const report = carrier.keepsBlanks ? withSpacing(damaged) : withoutBlanks(damaged);
  return { text: carrier.write(report), truth: report.truth, year: report.year };
}
