import { editionForYear, editions, type EditionId } from '@mingshu/report-format';
import type { ReportCheck } from '../checked-report';
import { plain, quoteAt, partNames } from '../prose/plain';
import { broken, holds, notAssessable, type Verdict } from '../verdict';

/** ED-MATCH: the tables are those of the edition of the year. An edition that follows from the year alone proves nothing. */
export const editionMatches: ReportCheck = {
  id: 'ED-MATCH',
  judge: ({ report: { year, edition }, reading }) => {
    const due = editionForYear(year);
    if (due === undefined) return [];
    if (reading?.editionPresumed !== false) return [notAssessable('ED-MATCH', '表格没有可辨认版本的列名')];
    if (due !== edition)
      return [
        broken('ED-MATCH', {
          subject: 'edition',
          facts: [edition],
          sentence: `${year} 年度应使用 ${due} 年版格式（${editions[due].documentNumber}），表格用的是 ${edition} 年版。请换用 ${due} 年版表格重新填报。`,
        }),
      ];
    const mixed = reading.remarks.find(({ code }) => code === 'ED-MIXED');
    if (mixed) return [broken('ED-MATCH', { subject: 'mixed', facts: [mixed.text], sentence: mixed.text })];
    return [holds('ED-MATCH')];
  },
};

const citation = /国办公开办函\s*[〔［[(【]?\s*(20(?:19|21))\s*[〕］\])】]?\s*(60|30)\s*号/g;
const editionOf: Readonly<Record<string, EditionId>> = { '2019-60': '2019', '2021-30': '2021' };

/** ED-CITE: the notice cited is that of the edition used. A report may name both, or none; then nobody is accused. */
export const citationMatches: ReportCheck = {
  id: 'ED-CITE',
  judge: ({ report: { edition }, reading, text }) => {
    if (!text) return [notAssessable('ED-CITE', '没有读到正文')];
    const cited = (['opening', '1', '5', '6'] as const).flatMap((section) =>
      [...plain(text.parts[section] ?? '').matchAll(citation)].flatMap((match) => {
        const named = editionOf[`${match[1]}-${match[2]}`];
        return named ? [{ named, quote: quoteAt(text, section, match.index, match.index + match[0].length) }] : [];
      }),
    );
    const [first] = cited;
    if (!first) return [];
    if (cited.some(({ named }) => named === edition)) return [holds('ED-CITE')];
    if (reading?.editionPresumed !== false) return [notAssessable('ED-CITE', '表格没有可辨认版本的列名')];
    return [
      broken('ED-CITE', {
        subject: 'citation',
        claim: first.quote,
        sentence: `${partNames[first.quote.section]}写“${first.quote.quote}”，表格用的是 ${edition} 年版，应引用${editions[edition].documentNumber}。`,
      }),
    ] satisfies Verdict[];
  },
};
