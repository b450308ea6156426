import type { WhoItMayBe } from '@mingshu/contracts';
import type { ReportReading } from '@mingshu/report-format';
import { matchName, whoReports, yearInPath, type AgencyMatch, type OddSign, type PreparedRoster } from '@mingshu/report-reader';

/** The year of a reading; where the document itself says none, the fiscal year its path states. */
export function yearOf(reading: Pick<ReportReading, 'year'>, fileName: string): number | null {
  return reading.year.value ?? (reading.year.signs.length === 0 ? yearInPath(fileName) : null);
}

/** What of a reading tells whose report it is. */
type SignsOfReport = Pick<ReportReading, 'agency' | 'year' | 'sections' | 'opening'>;

/** Whose report it is by its signs and the way its prose speaks. */
export const whoseReport = (reading: SignsOfReport, fileName: string, year: number | null, roster: PreparedRoster): AgencyMatch =>
  whoReports(
    reading.agency,
    { path: fileName, year, prose: [reading.opening, ...Object.values(reading.sections ?? {})].join('\n') },
    roster,
  );

/** What each sign of a waiting document says, and the agencies and years it may be, by the roster as it stands now. */
export function whoItMayBe(reading: SignsOfReport, fileName: string, roster: PreparedRoster): WhoItMayBe {
  const year = yearOf(reading, fileName);
  const match = whoseReport(reading, fileName, year, roster);
  return {
    kind: match.kind,
    agencySigns: reading.agency.signs.map((sign) => ({ ...sign })),
    yearSigns: reading.year.signs.map((sign) => ({ ...sign })),
    candidates: match.kind === 'matched' ? [{ agencyId: match.agencyId, name: match.name, why: match.why }] : [...match.candidates],
    years: [...new Set(year === null ? reading.year.signs.map(({ value }) => value) : [year])],
  };
}

const listed = (names: readonly string[]) => names.join('、');

/** Why a document waits for a person, and what to do: one sentence. */
export function waitingSentence(match: AgencyMatch, read: string | null, year: number | null): string {
  const also = year === null ? '年度也读不出。' : '';
  const name = read === null ? '' : `“${read}”`;
  switch (match.kind) {
    case 'matched':
      return `单位是${match.name}，但读不出年度。请指定年度。`;
    case 'ambiguous':
      return `${name ? `文件写的${name}` : '各处写法不一，'}可能是${listed(match.candidates.map((one) => one.name))}，不能确定。${also}请选择。`;
    case 'foreign':
      return `文件写的是${name || `“${match.region}”的单位`}，看来不属于本县。${also}确属本县单位误写的请指定，否则请移除。`;
    case 'unknown':
      return read === null
        ? `读不出填报单位。${also}请指定单位和年度。`
        : `名册中没有与${name}对应的单位。${also}请指定；名册缺这个单位的，先到“单位与年度”添加。`;
  }
}

/** What speaks against agency or year of a stored report: signs that say otherwise, or another than the person named. */
export function doubtsOf(
  { isAssigned, fileName }: { isAssigned: boolean; fileName: string },
  reading: Pick<ReportReading, 'agency' | 'year'>,
  { agencyId, year, odd }: { agencyId: string; year: number; odd: readonly OddSign[] },
  roster: PreparedRoster,
): string[] {
  const doubts: string[] = [];
  if (isAssigned && reading.year.value !== null && reading.year.value !== year) doubts.push(`文件中写的年度是 ${reading.year.value}`);
  if (reading.year.value === null && yearInPath(fileName) === year) doubts.push(`年度 ${year} 取自文件名`);
  const name = isAssigned ? reading.agency.value : null;
  const match = name === null ? undefined : matchName(name, roster, null);
  const mayBeIt = match?.kind === 'matched' ? match.agencyId === agencyId : match?.candidates.some((one) => one.agencyId === agencyId);
  if (name !== null && !mayBeIt) doubts.push(`文件中写的单位是“${name}”`);
  for (const { where, text, names } of odd) if (where === 'folder' || where === 'file_name') doubts.push(`文件名“${text}”指向${names}`);
  return doubts;
}
