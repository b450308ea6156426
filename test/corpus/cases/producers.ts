import { asBytes, type CorpusCase } from '../corpus-case';
import { drawReport } from '../drawn-report';
import { docxOfProducers, writeDocx } from '../write-docx';

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
];
