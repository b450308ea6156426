import type { Block } from '../document';
import { labelForms, likeness, type WantedRow } from './label-likeness';
import { normalise } from './normalise';
import type { CandidateRow } from './rows';

/** Rows printed one after another under one caption: a table, or a half of one. `year` is what the caption says. */
interface Segment {
  readonly rows: CandidateRow[];
  readonly found: Set<number>;
  year?: number;
}

/** A short line that gives a table its year: 2023年申请情况（对比）, 上年同期. */
function captionYear(text: string, year: number | null): number | undefined {
  const clean = normalise(text);
  if (clean.length > 40 || /[。；，,]|月|日|报告$/.test(clean)) return undefined;
  if (year !== null && /^[(（]?(?:附[:：])?(?:上年|上一年|去年)度?(?:情况|数据|同期|对比|申请|统计)/.test(clean)) return year - 1;
  const found = [...clean.matchAll(/(?<!\d)(20\d\d)(?!\d)年?/g)].map(([, one]) => Number(one));
  return found.length === 1 && /年|表|情况/.test(clean) ? found[0] : undefined;
}

function captionsBetween(blocks: readonly Block[], after: number, upTo: number, year: number | null): number | undefined {
  for (let index = upTo; index > after; index -= 1) {
    const block = blocks[index]!;
    const text =
      block.kind !== 'grid'
        ? block.text
        : index === upTo || block.rows.length === 1
          ? (block.rows[0]?.map((cell) => cell.text).join('') ?? '')
          : '';
    const found = captionYear(text, year);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names that rows and columns share. */
const namesOfMany = new Set(['其他', '总计']);

/** The statutory row whose name a row bears without doubt. */
function surelyNamed(row: CandidateRow, wanted: readonly WantedRow[]): number | undefined {
  const forms = labelForms(row);
  const likes = wanted.map((one) => (one.keys.some((key) => namesOfMany.has(key)) ? 0 : likeness(forms, one)));
  const best = Math.max(0, ...likes);
  return best >= 0.8 ? likes.indexOf(best) : undefined;
}

function segmentsOf(rows: readonly CandidateRow[], wanted: readonly WantedRow[], blocks: readonly Block[], year: number | null): Segment[] {
  const segments: Segment[] = [];
  let last = -1;
  let block = -1;
  for (const row of rows) {
    const named = surelyNamed(row, wanted);
    const caption = row.block > block ? captionsBetween(blocks, Math.max(block, row.block - 40), row.block, year) : undefined;
    // A row that stood here already and comes again behind others begins a second table, however short the first was.
    const isAgain = named !== undefined && named < last && segments.at(-1)?.found.has(named);
    const isRestart = isAgain || (named !== undefined && named < last - Math.min(6, wanted.length / 3));
    if (segments.length === 0 || isRestart || (caption !== undefined && caption !== segments.at(-1)!.year)) {
      segments.push({ rows: [], found: new Set(), year: caption });
      last = -1;
    }
    const segment = segments.at(-1)!;
    segment.rows.push(row);
    if (named !== undefined) {
      segment.found.add(named);
      last = Math.max(last, named);
    }
    block = row.block;
  }
  return segments;
}

/** The rows of this year's table among all rows that could be table rows, and how many tables of the kind there are. `rows: undefined` where it cannot be told which is this year's. */
export interface ChosenTable {
  readonly rows: readonly CandidateRow[] | undefined;
  readonly tables: number;
}

/** Joins the halves of one table, and tells this year's from another year's by their captions. */
export function chooseTable(
  rows: readonly CandidateRow[],
  wanted: readonly WantedRow[],
  blocks: readonly Block[],
  year: number | null,
): ChosenTable {
  const segments = segmentsOf(rows, wanted, blocks, year);
  const doubles = wanted.filter((_, index) => segments.filter(({ found }) => found.has(index)).length > 1).length;
  if (doubles < 2) return { rows: segments.flatMap((segment) => segment.rows), tables: 1 };
  const mine = segments.filter((segment) => segment.year === year && year !== null);
  const others = segments.filter(({ found, year: own }) => found.size >= 3 && own !== year);
  const isAlone = wanted.every((_, index) => mine.filter(({ found }) => found.has(index)).length <= 1);
  const areOthersNamed = others.every((segment) => segment.year !== undefined);
  const tables = Math.max(...wanted.map((_, index) => segments.filter(({ found }) => found.has(index)).length));
  return { rows: mine.length > 0 && isAlone && areOthersNamed ? mine.flatMap((segment) => segment.rows) : undefined, tables };
}
