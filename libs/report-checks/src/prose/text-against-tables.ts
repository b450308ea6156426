import { figureAt, isNumber, type CellCode, type Figures } from '@mingshu/report-format';
import type { CheckId } from '../check-id';
import { cellName, offBy } from '../cell-wording';
import type { CheckedReport, ReportCheck } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { partNames } from './plain';
import { readClaims, type Claim } from './read-claims';
import { valueOfReading, type Reading } from './readings';

const cellsOf = ({ plus, minus = [] }: Reading): CellCode[] => [...plus, ...minus];

/** A reading with the figures behind it: 新收 + 上年结转 = 10 + 2 = 12. */
function worked(figures: Figures, reading: Reading, value: number): string {
  const terms = (cells: readonly CellCode[]) =>
    cells.map((cell) => figureAt(figures, cell)).filter((figure) => isNumber(figure) && figure !== 0);
  const [plus, minus] = [terms(reading.plus), terms(reading.minus ?? [])];
  const sum = [plus.join(' + ') || '0', ...minus.map(String)].join(' − ');
  return sum === String(value) ? `${reading.name} ${value}` : `${reading.name} ${sum} = ${value}`;
}

/** Where the reading stands in the tables, in one name. */
const placeOf = (reading: Reading): string => {
  const [first, ...more] = reading.plus;
  return more.length === 0 && !reading.minus ? cellName(first!) : `${cellName(first!)}等格`;
};

const fits = (claim: number, value: number, { atMost }: Reading) => claim === value || (atMost === true && claim <= value);

/** Holds a claim against every meaning its words allow. Fits one: consistent. An unknown operand or a rough number: nobody can tell. Else a question. */
export function judgeClaim({ figures }: CheckedReport['report'], claim: Claim): Verdict {
  const { measure, readings, value, quote, isRough, counter } = claim;
  const cells = [...new Set(readings.flatMap(cellsOf))];
  const words = `${partNames[quote.section]}“${quote.quote}”`;
  if (isRough) return notAssessable(measure.check, `${words}是约数，不与表格比较`, cells);
  const values = readings.map((reading) => ({ reading, value: valueOfReading(figures, reading) }));
  const fitting = values.find((one) => one.value !== undefined && fits(value, one.value, one.reading));
  if (fitting) return holds(measure.check, cellsOf(fitting.reading), `${words}与${worked(figures, fitting.reading, fitting.value!)}相符`);
  const known = values.filter((one): one is { reading: Reading; value: number } => one.value !== undefined);
  if (known.length < values.length) return notAssessable(measure.check, `${words}对应的格没有填数或没有读到`, cells);
  if (measure.unlessEqual) return notAssessable(measure.check, `${words}是公开数量，表格没有这一口径`, cells);
  if (counter === '件次') return notAssessable(measure.check, `${words}按件次计，与表格的件数不一定可比`, cells);
  const [nearest] = [...known].sort((one, other) => Math.abs(one.value - value) - Math.abs(other.value - value));
  const ways = known.map(({ reading, value: one }) => worked(figures, reading, one));
  const also = ways.length > 1 ? `可能的口径：${ways.join('；')}，都不相符` : ways[0]!;
  return broken(measure.check, {
    cells: cellsOf(nearest!.reading),
    subject: measure.code,
    expected: nearest!.value,
    found: value,
    claim: quote,
    sentence: `${words}，${placeOf(nearest!.reading)}对应数为 ${nearest!.value}（正文${offBy(nearest!.value, value)}）。依据：${also}。请核对正文与表格。`,
  });
}

/** A check that holds one kind of claim in the text against the tables. */
const textCheck = (id: CheckId): ReportCheck => ({
  id,
  judge: ({ report, text }) => {
    if (!text || text.parts['1'] === undefined) return [notAssessable(id, '没有读到正文')];
    return readClaims(text, report.edition, report.year)
      .filter(({ measure }) => measure.check === id)
      .map((claim) => judgeClaim(report, claim));
  },
});

/** TXT-REQ: numbers of requests in the text agree with table 3 in some meaning of their words. */
export const requestsInText = textCheck('TXT-REQ');

/** TXT-DOC: numbers of normative documents in the text agree with table 2. */
export const documentsInText = textCheck('TXT-DOC');
