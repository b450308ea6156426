import type { Figures } from '@mingshu/report-format';
import type { CheckedReport, ReportCheck, ReportText } from '../checked-report';
import { broken, holds, notAssessable, type Verdict } from '../verdict';
import { predecessorsOf } from '../years/predecessors';
import { countNumbers, indexOfMark, type NumberInText } from './numbers';
import { partNames, plain, quoteAt, sentencesOf, type Sentence } from './plain';
import { readClaims, type Claim } from './read-claims';
import { valueOfReading } from './readings';
import { printsAs, rateWord } from './rates';

const check = 'TXT-GROWTH';
const comparison = '(?:同比|环比|比上年度?|比去年|较上年度?|较去年|与上年度?相比|与去年相比|比上一年度?|较上一年度?)(?:同期)?[,]?(?:相比)?';
const rise = '增长|增加|上升|提高|上涨|增幅|增多';
const fall = '下降|减少|降低|回落|减幅|降幅';
const change = new RegExp(
  `${comparison}(?<word>${rise}|${fall})(?:了|率|幅度|约|为|达|:)*(?<mark>[\\uE000-\\uF8FF])|${comparison}(?<double>翻一番|翻番|增长[一两二三]倍)`,
  'gu',
);

interface Change {
  readonly place: number;
  readonly end: number;
  readonly sign: 1 | -1;
  readonly number?: NumberInText;
  /** Growth in % that 翻一番 or 增长两倍 may mean. */
  readonly rates?: readonly number[];
}

const doublings: Readonly<Record<string, readonly number[]>> = {
  翻一番: [100],
  翻番: [100],
  增长一倍: [100],
  增长两倍: [200, 100],
  增长二倍: [200, 100],
  增长三倍: [300, 200],
};

function changesOf(sentence: Sentence): Change[] {
  const counted = countNumbers(sentence.text);
  return [...counted.masked.matchAll(change)].map((match): Change => {
    const { word, mark, double } = match.groups!;
    const number = mark === undefined ? undefined : counted.numbers[indexOfMark(mark)]!;
    const place = counted.places[match.index]!;
    const end = number?.end ?? counted.places[match.index + match[0].length] ?? sentence.text.length;
    return {
      place,
      end,
      sign: word && new RegExp(fall).test(word) ? -1 : 1,
      ...(number ? { number } : {}),
      ...(double ? { rates: doublings[double] ?? [] } : {}),
    };
  });
}

/** The claim a change is about: the last number before it in its sentence that the tables hold. */
const subjectOf = (claims: readonly Claim[], { section, start }: Sentence, { place }: Change): Claim | undefined =>
  claims.filter((claim) => claim.quote.section === section && claim.sentenceStart === start && claim.numberEnd <= start + place).at(-1);

const sumOf = (reports: readonly { figures: Figures }[], reading: Claim['readings'][number]): number | undefined => {
  const values = reports.map(({ figures }) => valueOfReading(figures, reading));
  return values.some((value) => value === undefined) ? undefined : values.reduce<number>((sum, value) => sum + value!, 0);
};

/** Last year's sentence with the same growth, where a finer rate stands in both: copied rather than come about twice. */
function standsInLastYear(lastYear: ReportText | undefined, { section }: Sentence, words: string): boolean {
  const before = plain(lastYear?.parts[section] ?? '').replaceAll(/\s/g, '');
  return words.length >= 10 && before.includes(words.replaceAll(/\s/g, ''));
}

function judgeChange(checked: CheckedReport, text: ReportText, claims: readonly Claim[], sentence: Sentence, one: Change): Verdict[] {
  const { number, sign } = one;
  if (number && (number.kind === 'points' || number.kind === 'money')) return [];
  const claim = quoteAt(text, sentence.section, sentence.start + Math.max(0, one.place - 24), sentence.start + one.end);
  const clause = {
    ...claim,
    quote:
      claim.quote.split(/[，,。；;]/u).length > 1 ? claim.quote.slice(claim.quote.search(/[^，,。；;]*[，,]?[^，,。；;]*$/u)) : claim.quote,
  };
  const quote = { ...clause, start: claim.end - clause.quote.length };
  const words = `${partNames[sentence.section]}“${quote.quote}”`;
  if (number?.isRough) return [notAssessable(check, `${words}是约数`)];
  const isCopied =
    number?.kind === 'percent' &&
    number.decimals > 0 &&
    standsInLastYear(checked.lastYear?.text, sentence, sentence.text.slice(Math.max(0, one.place - 8), one.end));
  const subject = subjectOf(claims, sentence, one);
  if (!subject) {
    if (isCopied)
      return [
        broken(check, {
          subject: `copied-${sentence.section}`,
          claim: quote,
          found: number.value,
          sentence: `${words}与上年报告的增长率一字不差，可能照搬了上年的文字，请核对。`,
        }),
      ];
    return [notAssessable(check, `${words}所说的数不在表格里`)];
  }
  const before = predecessorsOf(checked);
  if (before.kind !== 'known') return [notAssessable(check, `${words}没有上年报告可比`)];
  const pairs = subject.readings.map((reading) => ({
    reading,
    now: valueOfReading(checked.report.figures, reading),
    last: sumOf(before.reports, reading),
  }));
  const known = pairs.flatMap(({ reading, now, last }) =>
    now === undefined || last === undefined
      ? []
      : [{ name: reading.name, now, last, by: now - last, rate: last === 0 ? undefined : ((now - last) / last) * 100 }],
  );
  if (number?.kind === 'count') {
    if (known.some(({ by }) => by === sign * number.value)) return [holds(check, [], `${words}相符`)];
    if (known.length < pairs.length) return [notAssessable(check, `${words}两年的数不全`)];
    const [first] = known;
    return [
      broken(check, {
        subject: `change-${subject.measure.code}`,
        expected: first!.by,
        found: sign * number.value,
        facts: known.map(({ now, last }) => `${now}/${last}`),
        claim: quote,
        sentence: `${words}，${known.map(({ name, now, last, by }) => `${name}由上年 ${last} 到本年 ${now}，${by < 0 ? `减少 ${-by}` : `增加 ${by}`}`).join('；')}，都不相符，请核对。`,
      }),
    ];
  }
  const rates = known.flatMap((pair) => (pair.rate === undefined ? [] : [{ ...pair, rate: pair.rate }]));
  const isSame = ({ rate }: { rate: number }) =>
    one.rates
      ? one.rates.some((wanted) => Math.abs(rate - wanted) < 0.5)
      : Math.sign(rate) === (number!.value === 0 ? Math.sign(rate) : sign) && printsAs(rate, number!.value, number!.decimals);
  const fitting = rates.find(isSame);
  if (fitting) return [holds(check, [], `${words}按${fitting.name}相符`)];
  if (rates.length === 0) return [notAssessable(check, known.length > 0 ? `${words}上年为 0，没有增长率` : `${words}两年的数不全`)];
  if (known.length < pairs.length) return [notAssessable(check, `${words}两年的数不全`)];
  const wanted = number?.value ?? one.rates?.[0] ?? 0;
  const nearest = [...rates].sort((a, b) => Math.abs(a.rate - sign * wanted) - Math.abs(b.rate - sign * wanted))[0]!;
  return [
    broken(check, {
      subject: `growth-${subject.measure.code}`,
      expected: Number(nearest.rate.toFixed(Math.max(2, number?.decimals ?? 0))),
      found: sign * wanted,
      facts: rates.map(({ now, last }) => `${now}/${last}`),
      claim: quote,
      sentence: `${words}，按${nearest.name}由上年 ${nearest.last} 到本年 ${nearest.now}，${nearest.rate < 0 ? '下降' : '增长'} ${rateWord(Math.abs(nearest.rate))}，不相符${isCopied ? '；上年报告写了同样的增长率，可能照搬了上年的文字' : ''}，请核对。`,
    }),
  ];
}

/** TXT-GROWTH: a growth rate fits two years of figures of one meaning, by rounding or cutting off. Without last year, or from 0, nobody can tell. */
export const growth: ReportCheck = {
  id: check,
  judge: (checked) => {
    const { text, report } = checked;
    if (!text || text.parts['1'] === undefined) return [notAssessable(check, '没有读到正文')];
    const claims = readClaims(text, report.edition, report.year);
    return sentencesOf(text, ['1', '3', '4']).flatMap((sentence) =>
      changesOf(sentence).flatMap((one) => judgeChange(checked, text, claims, sentence, one)),
    );
  },
};
