import { cellFormat, cellsIn, figureAt, isNumber, type CellCode, type EditionId, type Figure } from '@mingshu/report-format';
import type { CountyMember } from '../checked-county';

/** What the members' reports give for a cell of the county's form. `unknown`: a cell that should count was not read. */
export interface MembersSum {
  readonly sum: number;
  /** Members with a number, largest first. */
  readonly parts: readonly { readonly agencyId: string; readonly name: string; readonly value: number }[];
  readonly unknown: readonly string[];
  /** Members that left the cell empty; they add nothing. */
  readonly blank: readonly string[];
}

/** A member's figure for a cell of the county's edition, translated where it reports on the older form; `undefined` where nothing compares. */
export function figureOfMember(member: CountyMember, edition: EditionId, cell: CellCode): Figure | undefined {
  const report = member.report!;
  const cells = report.edition === edition ? [cell] : edition === '2021' ? cellsIn(report.edition, [cell]) : undefined;
  if (!cells || cells.length === 0) return undefined;
  const figures = cells.map((one) => figureAt(report.figures, one));
  if (figures.includes('unread')) return 'unread';
  const numbers = figures.filter(isNumber);
  return numbers.length === 0 ? 'blank' : numbers.reduce((sum, figure) => sum + figure, 0);
}

/** Sums a cell over the members that have a report. Blanks add nothing; an amount without unit cannot be added. */
export function sumMembers(members: readonly CountyMember[], edition: EditionId, cell: CellCode): MembersSum {
  const filed = members.filter(({ report }) => report);
  const given = filed.map((member) => ({ agencyId: member.agencyId, name: member.name, figure: figureOfMember(member, edition, cell) }));
  const parts = given
    .flatMap(({ agencyId, name, figure }) => (isNumber(figure) ? [{ agencyId, name, value: figure }] : []))
    .sort((one, other) => other.value - one.value);
  const millionths = parts.reduce((sum, { value }) => sum + Math.round(value * 1_000_000), 0);
  return {
    sum: millionths / 1_000_000,
    parts,
    unknown: given.filter(({ figure }) => figure === 'unread' || figure === undefined).map(({ name }) => name),
    blank: given.filter(({ figure }) => figure === 'blank').map(({ name }) => name),
  };
}

export const isAddable = (cell: CellCode): boolean => cellFormat(cell).unit !== 'unstated';

/** Some names, the rest by number. */
export const namesWord = (names: readonly string[]): string =>
  `${names.slice(0, 3).join('、')}${names.length > 3 ? `等 ${names.length} 个单位` : ''}`;

/** Why a sum is not known, where a member's cell is not. */
export const unknownWord = ({ unknown }: MembersSum): string => `${namesWord(unknown)}的这一格没有读到或不可比`;

/** The sum behind a county cell in words: the largest parts by name, the rest by number. */
export function partsWord({ parts, sum }: MembersSum): string {
  const shown = parts.filter(({ value }) => value !== 0);
  const named = shown.slice(0, 5).map(({ name, value }) => `${name} ${value}`);
  const rest = shown.slice(5);
  const restSum = Number(rest.reduce((total, { value }) => total + value, 0).toFixed(6));
  return `${[...named, ...(rest.length > 0 ? [`其余 ${rest.length} 个单位 ${restSum}`] : [])].join(' + ') || '各单位均为 0'} = ${sum}`;
}
