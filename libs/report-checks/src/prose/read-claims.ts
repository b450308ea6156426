import type { EditionId } from '@mingshu/report-format';
import type { ReportText } from '../checked-report';
import type { Quote, TextPlace } from '../finding';
import { measures, type ClaimContext, type Measure } from './claim-measures';
import { countNumbers, indexOfMark, type CountedSentence } from './numbers';
import { plain, quoteAt, sentencesOf, type Sentence } from './plain';
import type { Reading } from './readings';

/** A figure the text states about something the tables hold. */
export interface Claim {
  readonly measure: Measure;
  readonly readings: readonly Reading[];
  readonly value: number;
  readonly isRough: boolean;
  readonly counter: string;
  readonly quote: Quote;
  /** Where the number stands in its part; two claims of one sentence share `sentenceStart`. */
  readonly numberEnd: number;
  readonly sentenceStart: number;
}

const claimParts: readonly TextPlace[] = ['1', '2', '3', '4', '6'];

/** Words in a clause that make its numbers no claim about this year's requests, documents or cases. */
const otherYears =
  /去年(?!结转|转结)|上年(?!度?(?:结转|转结|遗留|转入|继续))|上一年(?!度?(?:结转|转结|遗留|转入))|同期|同比|相比|累计|以来|历年|截至|截止|明年|目标|力争|计划|预计|近[两三五十]年|较|翻/u;
const otherMatters =
  /12345|工单|热线|投诉(?!类)|信访(?!举报投诉类|类)|信箱|来信|留言|咨询|诉求|许可|法律援助|征求|征集|征询|意见|建议|提案|培训|会议|解读|处罚|稿|答记者|网民|办事|领导|阅读|浏览|访问|点击|查阅|政务服务|公共服务|热点/u;
const otherAgencies = /各(?:单位|部门|乡镇|镇|街道)|县直|乡镇(?:收|受|办)|部门(?:收|受|办)|全[市省国]/u;
const otherDocuments = /党|代.{0,4}(?:起草|拟)|起草|征求|备案|报备|清理|合法性审[查核]|解读/u;

const aboutRequests = /信息公开申请|依申请公开|公开申请|申请公开|政府信息申请/u;
const aboutCases = /信息公开|依申请|公开工作|公开申请/u;

/** Whether a sentence, with the line it stands in, speaks of requests, documents or cases of information disclosure. */
function speaksOf(context: ClaimContext, { section, text }: Sentence, line: string): boolean {
  if (context === 'documents') return text.includes('规范性文件');
  if (context === 'cases') return /复议|诉讼|相关案件/.test(text) && (section === '4' || aboutCases.test(text) || aboutCases.test(line));
  return aboutRequests.test(text) || section === '3' || /依申请公开|申请公开/.test(line.slice(0, 24));
}

/** The clause a match stands in, from the mark before it to the mark behind it. */
function clauseAround(masked: string, start: number, end: number): { before: string; behind: string } {
  const before = masked
    .slice(0, start)
    .split(/[,;。:!?()]/u)
    .at(-1)!;
  return { before, behind: /^[^,;。:!?()、]*/u.exec(masked.slice(end))![0] };
}

/** The last year named before a place, that of a carry-over left out. */
function yearBefore(masked: string, place: number): number | undefined {
  return [...masked.slice(0, place).matchAll(/(结转|转入|转至|顺延|顺延至|至|到|〔|\[)?(20\d\d)年/gu)]
    .filter(([, carried]) => carried === undefined)
    .map(([, , year]) => Number(year))
    .at(-1);
}

/** Whether what was last spoken of before a place is another matter: 收到投诉15件，办结15件. */
function isBehindOtherMatter(masked: string, place: number): boolean {
  const said = masked.slice(0, place);
  const last = (pattern: RegExp) => [...said.matchAll(new RegExp(pattern.source, 'gu'))].at(-1)?.index ?? -1;
  return last(otherMatters) > last(aboutRequests);
}

const isBehindParts = (masked: string, place: number) => {
  const since = masked.slice(0, place).split(/[;。]/u).at(-1)!;
  const parts = since.lastIndexOf('其中');
  return parts >= 0 && !/\)/.test(since.slice(parts).replace(/\([^)]*\)/g, ''));
};

function isClaim(measure: Measure, counted: CountedSentence, start: number, end: number, year: number): boolean {
  const { masked } = counted;
  const { before, behind } = clauseAround(masked, start, end);
  const matched = masked.slice(start, end);
  const clause = `${before}${matched}${behind}`;
  const named = yearBefore(masked, start);
  if (named !== undefined && named !== year) return false;
  if (otherYears.test(before) || /去年|上年同期/.test(behind)) return false;
  if (!measure.inParts && isBehindParts(masked, start)) return false;
  if (measure.context === 'requests') {
    if (otherMatters.test(`${before}${behind}`) || (!aboutRequests.test(clause) && isBehindOtherMatter(masked, start))) return false;
    if (otherAgencies.test(before) || /复议|诉讼/.test(clause)) return false;
    if (measure.isZero) {
      const [people, bodies] = [/自然人|公民/.test(matched), /法人|组织|企业/.test(matched)];
      return people === bodies;
    }
    return true;
  }
  return measure.context === 'documents' ? !otherDocuments.test(clause) : !/各\s*[\uE000-\uF8FF]/u.test(clause);
}

/** The words from the last mark before the claim to its number, as printed. */
function quoteOf(text: ReportText, { section, start }: Sentence, counted: CountedSentence, from: number, to: number): Quote {
  const clauseStart = from - clauseAround(counted.masked, from, to).before.length;
  const placeOf = (index: number) => counted.places[index] ?? counted.text.length;
  const last = counted.masked[to - 1]!;
  const lastNumber = /[\uE000-\uF8FF]/u.test(last) ? counted.numbers[indexOfMark(last)] : undefined;
  const end = lastNumber ? lastNumber.end : placeOf(to);
  const begin = placeOf(clauseStart) + (/^\s*/.exec(counted.text.slice(placeOf(clauseStart)))![0].length ?? 0);
  return quoteAt(text, section, start + begin, start + end);
}

function claimsOfSentence(text: ReportText, sentence: Sentence, edition: EditionId, year: number): Claim[] {
  const part = plain(text.parts[sentence.section]!);
  const line = part.slice(part.lastIndexOf('\n', sentence.start) + 1, sentence.start + sentence.text.length);
  const contexts = (['cases', 'documents', 'requests'] as const).filter((context) => speaksOf(context, sentence, line));
  if (contexts.length === 0) return [];
  const counted = countNumbers(sentence.text);
  const taken = new Set<number>();
  return measures
    .filter(({ context }) => contexts.includes(context))
    .flatMap((measure): Claim[] =>
      [...counted.masked.matchAll(measure.words)].flatMap((match): Claim[] => {
        const mark = match.groups?.number;
        const index = mark === undefined ? undefined : indexOfMark(mark);
        const number = index === undefined ? undefined : counted.numbers[index];
        if (index !== undefined && (taken.has(index) || number?.kind !== 'count' || /人|场|期|篇/.test(number.counter))) return [];
        if (/[元万]/.test(number?.counter ?? '')) return [];
        const end = match.index + match[0].length;
        if (!isClaim(measure, counted, match.index, end, year)) return [];
        const readings = measure.readings(edition);
        if (readings.length === 0) return [];
        if (index !== undefined) taken.add(index);
        return [
          {
            measure,
            readings,
            value: number?.value ?? 0,
            isRough: number?.isRough ?? false,
            counter: number?.counter ?? '',
            quote: quoteOf(text, sentence, counted, match.index, end),
            numberEnd: sentence.start + (number?.end ?? counted.places[end - 1]! + 1),
            sentenceStart: sentence.start,
          },
        ];
      }),
    );
}

/** Four checks ask for the claims of one text. */
const known = new WeakMap<ReportText, { readonly edition: EditionId; readonly year: number; readonly claims: readonly Claim[] }>();

/** Every figure the text states about requests, documents and cases of this year, each number bound to its own verb. */
export function readClaims(text: ReportText, edition: EditionId, year: number): readonly Claim[] {
  const before = known.get(text);
  if (before?.edition === edition && before.year === year) return before.claims;
  const claims = sentencesOf(text, claimParts)
    .flatMap((sentence) => claimsOfSentence(text, sentence, edition, year))
    .sort((one, other) => one.quote.section.localeCompare(other.quote.section) || one.quote.start - other.quote.start);
  known.set(text, { edition, year, claims });
  return claims;
}
