import { disputeCell, figureAt, isNumber, type DisputeBlock, type DisputeResult } from '@mingshu/report-format';
import type { CheckedReport, ReportCheck, ReportText } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { partNames, plain, quoteAt, sentencesOf } from './plain';
import { readClaims } from './read-claims';
import { judgeClaim } from './text-against-tables';

const check = 'TXT-CASE';
const negation =
  /(?:未|没有|无|未曾|从未)(?:发生|收到|出现|产生|引发|被|涉及|存在|因)?[^,;。!?]{0,30}?(?:行政复议|行政诉讼|复议|诉讼|败诉|纠错)[^,;。!?]*/gu;
const blocksNamed = (words: string): DisputeBlock[] => [
  ...(/复议/.test(words) ? (['review'] as const) : []),
  ...(/诉讼|败诉/.test(words) ? (['suit_direct', 'suit_after_review'] as const) : []),
];
const everyBlock: readonly DisputeBlock[] = ['review', 'suit_direct', 'suit_after_review'];
const names: Readonly<Record<'total' | 'corrected', string>> = { total: '总计', corrected: '结果纠正' };

/** A denial: no case at all (totals are 0), or none corrected or lost (says nothing about totals). */
function judgeDenial(
  { figures }: CheckedReport['report'],
  text: ReportText,
  place: { section: '1' | '2' | '3' | '4' | '6'; start: number },
  words: string,
): Verdict {
  const result: Extract<DisputeResult, 'total' | 'corrected'> = /纠错|纠正|败诉|撤销|变更|确认违法/.test(words) ? 'corrected' : 'total';
  const named = blocksNamed(words);
  const blocks =
    result === 'corrected' && /败诉|纠错/.test(words) && named.length < 3 && !/复议|诉讼/.test(words)
      ? everyBlock
      : named.length > 0
        ? named
        : everyBlock;
  const cells = blocks.map((block) => disputeCell(block, result));
  const claim = quoteAt(text, place.section, place.start, place.start + words.length);
  const figuresThere = cells.map((cell) => figureAt(figures, cell));
  if (!figuresThere.every(isNumber)) return notAssessable(check, `“${claim.quote}”对应的格没有填数或没有读到`, cells);
  const found = figuresThere.reduce((sum, figure) => sum + figure, 0);
  if (found === 0) return holds(check, cells, `“${claim.quote}”与表四相符`);
  return broken(check, {
    cells,
    subject: `none-${result}`,
    expected: found,
    found: 0,
    claim,
    sentence: `${partNames[place.section]}“${claim.quote}”，表四「${names[result]}」合计为 ${found}，两者不符，请核对。`,
  });
}

/** TXT-CASE: numbers of cases in the text are the totals of table 4, or the closed cases among them; a denial leaves the cells at 0. */
export const casesInText: ReportCheck = {
  id: check,
  judge: ({ report, text }) => {
    if (!text || text.parts['1'] === undefined) return [notAssessable(check, '没有读到正文')];
    const counted = readClaims(text, report.edition, report.year)
      .filter(({ measure }) => measure.check === check)
      .map((claim) => judgeClaim(report, claim));
    const denials = sentencesOf(text, ['1', '4', '6']).flatMap(({ section, start, text: sentence }) => {
      const isAbout =
        section === '4' ||
        /信息公开|依申请|公开工作/.test(`${plain(text.parts[section]!).slice(Math.max(0, start - 80), start)}${sentence}`);
      if (!isAbout || /去年|上年|历年|以来/.test(sentence)) return [];
      return [...sentence.matchAll(negation)]
        .filter(([words]) => !/\d|[一二两三四五六七八九十](?:件|起|宗)|未经复议|经复议/.test(words))
        .map((match) => judgeDenial(report, text, { section: section as '1', start: start + match.index }, match[0]));
    });
    return [...counted, ...denials];
  },
};
