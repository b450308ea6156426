import { editions, type PrintedHeading } from '@mingshu/report-format';
import type { ReportCheck } from '../checked-report';
import { plain } from '../prose/plain';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

const check = 'HEAD-6';
const numerals = '一二三四五六';
/** With fewer found it is likelier that reading failed than that the agency left them out. */
const fewestFound = 4;

/** A heading without its number, blanks and marks: what its wording is judged by. */
const wordingOf = (heading: string) =>
  plain(heading)
    .replace(/^[\s#]*[(]?[一二三四五六七八九十\d]*[)]?[、.,，:：\s—-]*/, '')
    .replaceAll(/[^\p{Script=Han}]/gu, '');
const numeralOf = (heading: string) => /^[\s#]*([一二三四五六七八九十])\s*[、.,]/.exec(plain(heading))?.[1];

function wordingVerdict(heading: PrintedHeading, official: { heading: string; title: string }): Verdict {
  const printed = heading.text.trim();
  const isOfficial = wordingOf(printed) === wordingOf(official.title);
  const isNumbered = numeralOf(printed) === numerals[heading.section - 1];
  if (isOfficial && isNumbered) return holds(check);
  const fault = isOfficial ? '序号与格式不一致' : '措辞与格式不一致';
  return broken(check, {
    subject: `wording-${heading.section}`,
    severity: 'info',
    facts: [printed],
    sentence: `标题“${printed}”${fault}，格式为“${official.heading}”。`,
  });
}

/** HEAD-6: six headings in order. Missing or misplaced is an error; a wording or number that can be placed without doubt is worth a hint. */
export const sixHeadings: ReportCheck = {
  id: check,
  judge: ({ report: { edition }, text }) => {
    const printed = text?.headings;
    if (!printed) return [notAssessable(check, '没有读到各部分标题')];
    if (printed.length < fewestFound)
      return [notAssessable(check, `只认出 ${printed.length} 个标题，可能是文件损坏或识读所致，请对照原文`)];
    return editions[edition].sections.map((official): Verdict => {
      const found = printed.find(({ section }) => section === official.number);
      if (!found)
        return broken(check, {
          subject: `section-${official.number}`,
          facts: ['missing'],
          sentence: `没有找到标题“${official.heading}”。六个部分应当齐全。`,
        });
      if (!found.isInPlace)
        return broken(check, {
          subject: `section-${official.number}`,
          facts: ['misplaced'],
          sentence: `标题“${official.heading}”没有放在规定的位置，请按格式调整六个部分的顺序。`,
        });
      return wordingVerdict(found, official);
    });
  },
};
