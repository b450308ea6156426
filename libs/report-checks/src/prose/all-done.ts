import { disputeCell, figureAt, isNumber, requestCell, type CellCode, type DisputeBlock } from '@mingshu/report-format';
import { cellName } from '../cell-wording';
import type { CheckedReport, ReportCheck, ReportText } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { countNumbers } from './numbers';
import { partNames, plain, quoteAt, sentencesOf, type Sentence } from './plain';

const check = 'TXT-ALLDONE';
const carriedOut = requestCell('carried_out', 'total');
/** 均已办结, 全部办理完毕. That all was answered in time says nothing about what is not yet due. */
const allDone =
  /(?:均|全部|皆|已全部|均已全部)(?:已|都)?(?:按时|按期|及时|依法|依规|按规定|在规定(?:时限|期限)内|在法定期限内|按时限)?(?:全部)?(?:予以)?(?:办结|办理完毕|答复完毕|处理完毕|办理完结|办复)|(?:均已|已全部)(?:作出)?答复/gu;
const upheld = /(?:均|全部)(?:已)?(?:获|被|得到|为|予以)?(?:结果)?维持/gu;

const lineOf = (text: ReportText, { section, start }: Sentence) => {
  const part = plain(text.parts[section]!);
  return part.slice(part.lastIndexOf('\n', start) + 1).slice(0, 24);
};

/** Whether 均已办结 is said of all requests of the year, and not of a part, of another matter, or with the carry-over named beside it. */
function isAboutAll(text: ReportText, sentence: Sentence, place: number): boolean {
  const before = sentence.text.slice(0, place);
  if (!/信息公开申请|依申请公开|公开申请|申请公开/.test(sentence.text + lineOf(text, sentence))) return false;
  if (/工单|投诉|信访|信箱|来信|留言|咨询|热线|许可|案件|提案|建议|意见|复议|诉讼/u.test(before.split(/[;。]/u).at(-1)!)) return false;
  if (/其中|除|其余|上年结转[^,;。]*$|结转的[^,;。]*$|去年|自然人[^,;。]*$/u.test(before.split(/[;。]/u).at(-1)!)) return false;
  const rest = countNumbers(sentence.text).masked;
  return !/(?:结转|转|顺延)(?:至|到|入)?(?:下一?年|次年|20\d\d年|下年度)[^。;]*[\uE000-\uF8FF]|[\uE000-\uF8FF][^。;,]{0,8}(?:结转|转)(?:至|到|入)?(?:下一?年|次年)/u.test(
    rest,
  );
}

function judgeDone({ report }: CheckedReport, text: ReportText, sentence: Sentence, match: RegExpMatchArray): Verdict[] {
  if (!isAboutAll(text, sentence, match.index!)) return [];
  const claim = quoteAt(text, sentence.section, sentence.start + match.index!, sentence.start + match.index! + match[0].length);
  const found = figureAt(report.figures, carriedOut);
  const words = `${partNames[sentence.section]}“${claim.quote}”`;
  if (!isNumber(found)) return [notAssessable(check, `${words}，“结转下年度”没有填数或没有读到`, [carriedOut])];
  if (found === 0) return [holds(check, [carriedOut], `${words}与表三相符`)];
  return [
    broken(check, {
      cells: [carriedOut],
      subject: 'requests',
      expected: 0,
      found,
      claim,
      sentence: `${words}，而${cellName(carriedOut)}为 ${found}，两者矛盾，请核对。`,
    }),
  ];
}

function judgeUpheld({ report }: CheckedReport, text: ReportText, sentence: Sentence, match: RegExpMatchArray): Verdict[] {
  const before = sentence.text.slice(0, match.index).split(/[;。]/u).at(-1)!;
  if (!/复议|诉讼/.test(before) || /其中/.test(before)) return [];
  const blocks: DisputeBlock[] = [
    ...(/复议/.test(before) ? (['review'] as const) : []),
    ...(/诉讼/.test(before) ? (['suit_direct', 'suit_after_review'] as const) : []),
  ];
  const cells = blocks.flatMap((block): CellCode[] =>
    (['pending', 'corrected', 'other'] as const).map((result) => disputeCell(block, result)),
  );
  const claim = quoteAt(text, sentence.section, sentence.start + match.index!, sentence.start + match.index! + match[0].length);
  const words = `${partNames[sentence.section]}“${claim.quote}”`;
  if (!cells.every((cell) => isNumber(figureAt(report.figures, cell))))
    return [notAssessable(check, `${words}，表四有的格没有填数或没有读到`, cells)];
  const against = cells.filter((cell) => figureAt(report.figures, cell) !== 0);
  if (against.length === 0) return [holds(check, cells, `${words}与表四相符`)];
  const named = against.map((cell) => `${cellName(cell)}为 ${figureAt(report.figures, cell)}`).join('，');
  return [broken(check, { cells: against, subject: 'upheld', claim, sentence: `${words}，而${named}，两者矛盾，请核对。` })];
}

/** TXT-ALLDONE: 均已办结 leaves nothing carried out; 均获维持 leaves nothing pending, corrected or otherwise ended. */
export const allDoneInText: ReportCheck = {
  id: check,
  judge: (checked) => {
    const { text } = checked;
    if (!text || text.parts['1'] === undefined) return [notAssessable(check, '没有读到正文')];
    return sentencesOf(text, ['1', '3', '4', '6']).flatMap((sentence) => [
      ...[...sentence.text.matchAll(allDone)].slice(0, 1).flatMap((match) => judgeDone(checked, text, sentence, match)),
      ...[...sentence.text.matchAll(upheld)].slice(0, 1).flatMap((match) => judgeUpheld(checked, text, sentence, match)),
    ]);
  },
};
