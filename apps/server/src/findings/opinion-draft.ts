import type { OpinionDraft, ReportFindings } from '@mingshu/contracts';
import { isAboutReport, isOpen, usualOpening, type SwitchedOff } from '@mingshu/report-checks';
import { workingDayAfter, type WorkCalendar } from '@mingshu/statistics/season';
import type { KeptVersion } from './kept-findings';
import { isFiled } from './opinion-view';

/** A working week, unless the clerk sets another day: no rule names a time for correcting an annual report. */
const workingDaysToCorrect = 5;

const toReturn = ({ findings }: ReportFindings) =>
  findings.filter((one) => isOpen(one) && isAboutReport(one) && one.state !== 'returned' && one.finding.severity !== 'info');

/** Why an agency is left out of a grouped return; `undefined` where there is something to return. `view` is missing where no report was read. */
export function reasonToLeaveOut(view: ReportFindings | undefined, year: number): string | undefined {
  if (!view) return `${year} 年度还没有读入的报告。`;
  if (toReturn(view).length > 0) return undefined;
  return view.open.returned > 0 ? '未了结的问题都已退回，正等待重报。' : '没有未了结的错误和疑问。';
}

/** What an opinion would say: errors, then queries, that are open and not yet returned, due a working week from `today` (ISO day). */
export function opinionDraftOf(
  view: ReportFindings,
  versions: readonly KeptVersion[],
  { number, today, calendar, switchedOff }: { number: number; today: string; calendar: WorkCalendar; switchedOff: readonly SwitchedOff[] },
): OpinionDraft {
  const { agencyId, agencyName, year, version, revision } = view;
  const of = (severity: string) => toReturn(view).filter((one) => one.finding.severity === severity);
  const [errors, warnings] = [of('error'), of('warning')];
  const filings = versions.filter((one) => one.agencyId === agencyId && isFiled(one)).length;
  const due = workingDayAfter(today, workingDaysToCorrect, calendar);
  return {
    agencyId,
    agencyName,
    year,
    number,
    version,
    revision,
    dueOn: due.day,
    dueNote: due.note ?? '',
    opening: usualOpening(year, filings, errors.length, warnings.length),
    items: [...errors, ...warnings].map(({ key, finding }) => ({ key, text: finding.sentence, severity: finding.severity })),
    switchedOff: [...switchedOff],
  };
}
