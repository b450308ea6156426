import { figureAt, isNumber, requestCell, type CellCode } from '@mingshu/report-format';
import type { CheckedReport, ReportCheck, ReportText } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { countNumbers, indexOfMark, type CountedSentence, type NumberInText } from './numbers';
import { partNames, plain, quoteAt, sentencesOf, type Sentence } from './plain';
import { rateWord, printsAs } from './rates';

const check = 'TXT-PCT';
/** A件，占X%: the number a share belongs to stands in front of 占, in the same clause or the one before. */
const share =
  /([\uE000-\uF8FF])([^\uE000-\uF8FF。;]{0,16}?)[,(]?[^\uE000-\uF8FF。;,]{0,6}占(?:比|到|全部|全年|总数|总量|总|申请|受理|办结|的|比例|比重|约|为|达|达到|收到|新收|答复|政府信息公开|件数|数量|数|量|了|:)*([\uE000-\uF8FF])/gu;

const tableBases: readonly { readonly name: string; readonly cells: readonly CellCode[] }[] = [
  { name: '（七）总计', cells: [requestCell('settled', 'total')] },
  { name: '新收', cells: [requestCell('new_received', 'total')] },
  { name: '新收 + 上年结转', cells: [requestCell('new_received', 'total'), requestCell('carried_in', 'total')] },
];

interface Base {
  readonly name: string;
  readonly value: number | undefined;
}

/** What a share may be of: table 3 where requests are meant, any number of the sentence, and the parts named in it together. */
function basesOf({ report: { figures } }: CheckedReport, counted: CountedSentence, part: NumberInText, isAboutRequests: boolean): Base[] {
  const others = counted.numbers.filter(
    (number) => number !== part && number.kind === part.kind && !number.isRough && number.value >= part.value && number.value > 0,
  );
  const shares = [...counted.masked.matchAll(share)].map(([, mark]) => counted.numbers[indexOfMark(mark!)]!);
  const together = shares.reduce((sum, { value }) => sum + value, 0);
  const inTables = isAboutRequests
    ? tableBases.map(({ name, cells }): Base => {
        const given = cells.map((cell) => figureAt(figures, cell));
        return { name, value: given.every(isNumber) ? given.reduce((sum, figure) => sum + figure, 0) : undefined };
      })
    : [];
  return [
    ...inTables,
    ...others.map(({ value }): Base => ({ name: '同句的数', value })),
    ...(shares.length > 1 ? [{ name: '同句各项之和', value: together }] : []),
  ];
}

function judgeShare(
  checked: CheckedReport,
  text: ReportText,
  sentence: Sentence,
  counted: CountedSentence,
  match: RegExpMatchArray,
): Verdict[] {
  const [part, rate] = [match[1]!, match[3]!].map((mark) => counted.numbers[indexOfMark(mark)]!) as [NumberInText, NumberInText];
  if (rate.kind !== 'percent' || (part.kind !== 'count' && part.kind !== 'money')) return [];
  const claim = quoteAt(text, sentence.section, sentence.start + part.start, sentence.start + rate.end);
  const words = `${partNames[sentence.section]}“${claim.quote}”`;
  if (part.isRough || rate.isRough) return [notAssessable(check, `${words}是约数`)];
  const lineStart = plain(text.parts[sentence.section]!).lastIndexOf('\n', sentence.start) + 1;
  const line = plain(text.parts[sentence.section]!).slice(lineStart, lineStart + 24);
  const isAboutRequests = /信息公开申请|依申请|公开申请|申请公开/.test(sentence.text + line);
  const bases = basesOf(checked, counted, part, isAboutRequests).filter((base) => base.value !== 0);
  const rates = bases.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value, exact: (part.value / value) * 100 }]));
  const fitting = rates.find(({ exact }) => printsAs(exact, rate.value, rate.decimals));
  if (fitting) return [holds(check, [], `${words}以${fitting.name} ${fitting.value} 为基数相符`)];
  if (rates.length === 0 || bases.some(({ value }) => value === undefined)) return [notAssessable(check, `${words}没有可用的基数`)];
  if (!isAboutRequests && rates.length < 1) return [notAssessable(check, `${words}没有可用的基数`)];
  const nearest = [...rates].sort((one, other) => Math.abs(one.exact - rate.value) - Math.abs(other.exact - rate.value))[0]!;
  return [
    broken(check, {
      subject: `share-${sentence.section}`,
      expected: Number(nearest.exact.toFixed(Math.max(2, rate.decimals))),
      found: rate.value,
      facts: rates.map(({ value }) => `${part.value}/${value}`),
      claim,
      sentence: `${words}，最接近的基数是${nearest.name} ${nearest.value}：${part.value} ÷ ${nearest.value} = ${rateWord(nearest.exact)}，与 ${rate.value}% 不符，请核对。`,
    }),
  ];
}

/** Shares named together exceed the whole by more than rounding explains. */
function judgeTogether(text: ReportText, sentence: Sentence, counted: CountedSentence): Verdict[] {
  const rates = [...counted.masked.matchAll(share)]
    .map((match) => counted.numbers[indexOfMark(match[3]!)]!)
    .filter(({ kind }) => kind === 'percent');
  if (rates.length < 2 || /同时|既|又|兼|分别占|其中.*其中/u.test(sentence.text)) return [];
  const sum = rates.reduce((total, { value }) => total + value, 0);
  const slack = rates.reduce((total, { decimals }) => total + 10 ** -decimals, 0);
  if (sum <= 100 + slack) return [];
  const claim = quoteAt(text, sentence.section, sentence.start + rates[0]!.start, sentence.start + rates.at(-1)!.end);
  return [
    broken(check, {
      subject: `together-${sentence.section}`,
      expected: 100,
      found: Number(sum.toFixed(2)),
      claim,
      sentence: `${partNames[sentence.section]}各项占比 ${rates.map(({ value }) => `${value}%`).join(' + ')} = ${Number(sum.toFixed(2))}%，超过 100%，请核对。`,
    }),
  ];
}

/** TXT-PCT: a share fits some base by rounding or cutting off; 100 % of nothing cannot be judged. */
export const percentages: ReportCheck = {
  id: check,
  judge: (checked) => {
    const { text } = checked;
    if (!text || text.parts['1'] === undefined) return [notAssessable(check, '没有读到正文')];
    return sentencesOf(text, ['1', '3', '4', '6']).flatMap((sentence) => {
      const counted = countNumbers(sentence.text);
      if (/去年|上年(?!度?结转)|同期/u.test(sentence.text)) return [];
      const shares = [...counted.masked.matchAll(share)];
      return [...shares.flatMap((match) => judgeShare(checked, text, sentence, counted, match)), ...judgeTogether(text, sentence, counted)];
    });
  },
};
