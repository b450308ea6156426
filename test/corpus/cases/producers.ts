import { asBytes, type CorpusCase } from '../corpus-case';
import { drawReport } from '../drawn-report';
import { docxOfProducers, writeDocx } from '../write-docx';
import { pdfOfProducers, writePdf } from '../write-pdf';

const agencies = ['清河县柳河镇人民政府', '清河县财政局', '清河县石桥街道办事处', '清河县双塔乡人民政府'];
let drawn = 0;
/** Another report for every case, of either edition. */
const report = () => {
  drawn += 1;
  return drawReport(agencies[drawn % agencies.length]!, drawn % 3 === 0 ? 2020 : 2021 + (drawn % 4), { seed: 300 + drawn });
};

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
];
