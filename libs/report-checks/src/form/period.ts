import type { ReportCheck } from '../checked-report';
import { partNames, quoteAt, sentencesOf } from '../prose/plain';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'PERIOD';
const span =
  /(20\d\d)\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?\s*(?:起)?\s*(?:至|到|—+|-+|~|～|–)\s*(?:(20\d\d)\s*年)?\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日)?/;
const isAboutPeriod = /统计|期限|时限|起止|报告期|数据/;

/** PERIOD: where the report states its period, it is the whole fiscal year. A date whose marks were lost (20231231日) accuses nobody. */
export const wholeYear: ReportCheck = {
  id: check,
  judge: ({ report: { year }, text }) => {
    if (!text) return [notAssessable(check, '没有读到正文')];
    return sentencesOf(text, ['opening', '1', '6']).flatMap(({ section, start, text: sentence }): Verdict[] => {
      const match = span.exec(sentence);
      if (!match || !isAboutPeriod.test(sentence)) return [];
      const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match.map((part) => (part === undefined ? undefined : Number(part)));
      const isWhole =
        fromYear === year &&
        fromMonth === 1 &&
        (fromDay ?? 1) === 1 &&
        (toYear ?? fromYear) === year &&
        toMonth === 12 &&
        (toDay ?? 31) === 31;
      if (isWhole) return [holds(check)];
      const claim = quoteAt(text, section, start + match.index, start + match.index + match[0].length);
      return [
        broken(check, {
          subject: 'period',
          claim,
          sentence: `${partNames[section]}写明统计期限为“${claim.quote}”，应为 ${year}年1月1日至12月31日。`,
        }),
      ];
    });
  },
};
