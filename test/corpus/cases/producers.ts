import { asBytes, asText, type CorpusCase } from '../corpus-case';
import { changeParts, drawReport, isTable, paddedLines, slot, type DrawnReport } from '../drawn-report';
import { docxOfProducers, writeDocx } from '../write-docx';
import { pdfOfProducers, pdfWithoutLines, writePdf } from '../write-pdf';
import type { TextShape } from '../write-text';

const agencies = ['清河县柳河镇人民政府', '清河县财政局', '清河县石桥街道办事处', '清河县双塔乡人民政府'];
let drawn = 0;
/** Another report for every case, of either edition. */
const report = () => {
  drawn += 1;
  return drawReport(agencies[drawn % agencies.length]!, drawn % 3 === 0 ? 2020 : 2021 + (drawn % 4), { seed: 300 + drawn });
};

const pieces = (text: string, length: number) => text.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [''];

/** Tables as programs write them that turn pages or tables into text. */
const textOfPrograms = {
  /** Labels go on below the line that prints the figures. */
  'labels-broken': ({ rows }) =>
    rows.flatMap((slots) => {
      const figures = slots.filter(({ cell }) => cell !== undefined).map(({ text }) => text);
      const labels = slots.filter(({ cell }) => cell === undefined).map(({ text }) => text);
      if (figures.length === 0) return [labels.join('   ')];
      const [first = '', ...rest] = pieces(labels.at(-1) ?? '', 6);
      return [`${first}   ${figures.join('   ')}`, ...rest];
    }),
  /** Every row between drawn borders, long labels on several lines of their cell. */
  'drawn-borders': (table) =>
    paddedLines(table).flatMap((fields) => {
      const broken = fields.map((field) => pieces(field, 8));
      const height = Math.max(...broken.map(({ length }) => length));
      const lines = Array.from({ length: height }, (_, line) => `| ${broken.map((own) => own[line] ?? '').join(' | ')} |`);
      return [`+${'------+'.repeat(table.columns)}`, ...lines];
    }),
} satisfies Record<string, TextShape>;

const inTwo = drawReport('清河县柳河镇人民政府', 2023, { seed: 330, figures: { 'requests.declined.duplicate.enterprise': 12_345 } });

/** Table 3 as two tables; the merged name of the results goes on as an empty cell. */
const partedInTwo = (whole: DrawnReport): DrawnReport =>
  changeParts(whole, (part, section) => {
    if (section !== 3 || !isTable(part)) return part;
    const at = part.rows.findIndex((slots) => slots.some(({ text }) => /^（四）/.test(text)));
    const [first, ...others] = part.rows.slice(at);
    const results = part.rows.findIndex((slots) => slots.some(({ text }) => /^三、/.test(text)));
    const above = part.rows
      .slice(0, at)
      .map((slots, row) => (row === results ? [{ ...slots[0]!, rowspan: at - results }, ...slots.slice(1)] : slots));
    const left = part.rows[results]![0]!.rowspan - (at - results);
    return [
      { ...part, rows: above },
      { ...part, rows: [[slot('', 1, left), ...first!], ...others] },
    ];
  });

/** What real producers make of a report, beyond what the styles of every format show. */
export const producerCases: readonly CorpusCase[] = [
  ...Object.entries(docxOfProducers).map(([name, style]) => {
    const one = report();
    return asBytes([`producer-docx-${name}`, '完整文件', `Word，${name}`], one, 'docx', writeDocx(one, style));
  }),
  ...Object.entries(pdfOfProducers).flatMap(([name, style]) => {
    const [full, sparse] = [report(), report()];
    const blank = Object.fromEntries(
      Object.keys(sparse.figures)
        .filter((cell) => /^requests\..*\.(?:enterprise|research|public_welfare|legal_service|org_other)$/.test(cell))
        .map((cell) => [cell, 'blank' as const]),
    );
    const blanks = drawReport(sparse.agency, sparse.year, { seed: sparse.year, figures: blank });
    return [
      asBytes([`producer-pdf-${name}`, '完整文件', `PDF，${name}`], full, 'pdf', writePdf(full, style)),
      asBytes([`producer-pdf-${name}-blank-columns`, '完整文件', `PDF，${name}，五列全空`], blanks, 'pdf', writePdf(blanks, style)),
    ];
  }),
  ...Object.entries(textOfPrograms).map(([name, shape]) =>
    asText([`producer-text-${name}`, '完整文件', `纯文本，${name}`], report(), { shape }),
  ),
  ...Object.entries(pdfWithoutLines).map(([name, style]) => {
    const one = report();
    const some = Object.keys(one.figures).filter((cell, place) => !cell.startsWith('disclosure.') && place % 3 === 0);
    const blanks = drawReport(one.agency, one.year, { seed: one.year, figures: Object.fromEntries(some.map((cell) => [cell, 'blank'])) });
    return asBytes(
      [`producer-pdf-blanks-${name}`, '完整文件', `PDF 没有线，${name}，行首行中有空格`],
      blanks,
      'pdf',
      writePdf(blanks, style),
    );
  }),
  asBytes(
    ['producer-pdf-tight-in-two', '完整文件', 'PDF 没有线，列宽随内容，表三分成两张，第二张没有表头'],
    inTwo,
    'pdf',
    writePdf(partedInTwo(inTwo), pdfWithoutLines.tight),
  ),
];
