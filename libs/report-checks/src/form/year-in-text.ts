import type { CheckedReport, ReportCheck } from '../checked-report';
import { partNames, quoteAt, sentencesOf } from '../prose/plain';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'YEAR-TEXT';
const titleYear = /(20\d\d)\s*(?:年度|年|度)[^。,;]{0,12}?政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;
/** A sentence that opens with a year and the agency itself: 2023年，我镇…… */
const ownYear = /^[\s(（一二三四五六七八九十\d)）、.]{0,6}(20\d\d)\s*年(?:度)?[,，]?\s*(?:我|本)[镇乡街局委办县单机]/;
const comparesYears = /上年|去年|上一年|同比|相比|较|以来|截至|截止|自20|与20|起[,，]|历年|往年/;

function judgeTitle({ report: { year }, reading, text }: CheckedReport): Verdict[] {
  const sign = reading?.year.find(({ where }) => where === 'title');
  if (sign)
    return [
      sign.value === year
        ? holds(check)
        : broken(check, {
            subject: 'title',
            facts: [String(sign.value)],
            sentence: `标题写的是 ${sign.value} 年（“${sign.text}”），报送年度是 ${year} 年，请核对。`,
          }),
    ];
  return text ? [] : [notAssessable(check, '没有读到标题和正文')];
}

/** The first sentence in which the report names itself or speaks of itself under another year. */
function judgeText({ report: { year }, text }: CheckedReport): Verdict[] {
  if (!text) return [];
  const stray = sentencesOf(text, ['opening', '1', '5', '6']).flatMap(({ section, start, text: sentence }) => {
    if (comparesYears.test(sentence)) return [];
    const match = ownYear.exec(sentence) ?? (section === 'opening' && sentence.length > 40 ? titleYear.exec(sentence) : null);
    const named = match && Number(match[1]);
    return match && named !== year
      ? [{ named, quote: quoteAt(text, section, start + match.index, start + match.index + match[0].length) }]
      : [];
  });
  const [first] = stray.filter(({ named }) => named! < year);
  if (!first) return [holds(check)];
  return [
    broken(check, {
      subject: 'text',
      claim: first.quote,
      sentence: `${partNames[first.quote.section]}写“${first.quote.quote.trim()}”，报送年度是 ${year} 年，可能照搬了 ${first.named} 年的文字。`,
    }),
  ];
}

/** YEAR-TEXT: title, text and filing speak of one year. Years told for comparison, and years ahead, are not the report's. */
export const yearInText: ReportCheck = { id: check, judge: (checked) => [...judgeTitle(checked), ...judgeText(checked)] };
