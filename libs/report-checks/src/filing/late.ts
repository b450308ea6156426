import type { CheckedFiling, FilingCheck, IsoDate } from '../checked-filing';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { daysFrom, dayWord } from './days';

const check = 'LATE';

function judgeDate(
  { agencyName, year, today }: CheckedFiling,
  deed: '报送' | '公开',
  by: IsoDate | null,
  on: IsoDate | 'unknown' | null,
): Verdict[] {
  const subject = deed === '报送' ? 'hand-in' : 'publication';
  if (on === 'unknown') return [notAssessable(check, `这份报告是补录的，没有登记${deed}日期`)];
  if (by === null) return on === null ? [] : [notAssessable(check, `没有设定${deed}期限`)];
  const last = on ?? today;
  const late = daysFrom(by, last);
  if (late <= 0) return on === null ? [] : [holds(check)];
  if (on === null && deed === '公开') return [notAssessable(check, '没有页面标注的公开日期')];
  return [
    broken(check, {
      subject,
      // While it is awaited the days grow by themselves, which reopens no answer.
      ...(on === null ? {} : { found: late, expected: 0 }),
      facts: [by, on ?? ''],
      sentence: `${agencyName} ${year} 年度报告应于 ${dayWord(by)}前${deed}，${on === null ? `至 ${dayWord(today)}尚未${deed}` : `实际 ${dayWord(on)}${deed}`}，逾期 ${late} 天。`,
    }),
  ];
}

/** LATE: handed in and published by the day set for the agency, in calendar days (条例 Art. 49 names a date; it may be the county's own). An excused agency owes nothing. */
export const late: FilingCheck = {
  id: check,
  judge: (filing) =>
    filing.excused === undefined
      ? [
          ...judgeDate(filing, '报送', filing.handInBy, filing.handedInOn),
          ...judgeDate(filing, '公开', filing.publishBy, filing.publishedOn),
        ]
      : [],
};
