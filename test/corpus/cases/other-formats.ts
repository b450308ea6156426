import { asBytes, noReport, type CorpusCase } from '../corpus-case';
import { changeSlots, drawReport } from '../drawn-report';
import { htmlStyles, writeHtml } from '../write-html';
import { writeMhtml } from '../write-mhtml';
import { ofdStyles, writeOfd } from '../write-ofd';
import { rtfStyles, writeRtf } from '../write-rtf';
import { writeXls } from '../write-xls';
import { odd, printing } from './cell-values';
import { cutTable } from './table-shapes';

const agencies = ['清河县柳河镇人民政府', '清河县石桥街道办事处', '清河县财政局'];
const names = <Name extends string>(record: Record<Name, unknown>) => Object.keys(record) as Name[];

/** Undamaged reports of both editions in formats of old word processors and of archives. */
const wholeInOtherFormats = [2020, 2024].flatMap((year) => {
  let seed = year + 50;
  const report = () => drawReport(agencies[(seed += 1) % agencies.length]!, year, { seed });
  const whole = (name: string, about: string, extension: string, write: (drawn: ReturnType<typeof report>) => Uint8Array) => {
    const drawn = report();
    return asBytes([`${year}-${name}`, '完整文件', about], drawn, extension, write(drawn));
  };
  return [
    whole('xls-one-sheet', '旧版工作簿，一张表，另有隐藏的底稿', 'xls', (drawn) => writeXls(drawn, true)),
    whole('xls-a-sheet-a-section', '旧版工作簿，每部分一张表', 'xls', (drawn) => writeXls(drawn, false)),
    whole('xls-in-xml', 'Excel 2003 的 XML 工作簿', 'xls', (drawn) => writeXls(drawn, true, 'xlml')),
    whole('xls-that-is-a-page', '扩展名为 .xls 的网页', 'xls', (drawn) => new TextEncoder().encode(writeHtml(drawn, htmlStyles.plain))),
    ...names(rtfStyles).map((style) =>
      whole(`rtf-${style}`, `RTF，${style}`, style === 'gbk' ? 'doc' : 'rtf', (drawn) => writeRtf(drawn, rtfStyles[style])),
    ),
    ...names(ofdStyles).map((style) => whole(`ofd-${style}`, `OFD，${style}`, 'ofd', (drawn) => writeOfd(drawn, ofdStyles[style]))),
    whole('mhtml-by-word', '网页归档，GBK', 'mht', (drawn) => writeMhtml(drawn, 'word')),
    whole('mhtml-by-browser', '网页归档，base64', 'mht', (drawn) => writeMhtml(drawn, 'browser')),
  ];
});

const town = drawReport('清河县柳河镇人民政府', 2024, { seed: 61 });
const blanks = printing(town, {
  'requests.granted.research': ['', 'blank'],
  'requests.new_received.org_other': ['', 'blank'],
  'disclosure.a20_1.regulation.repealed': ['', 'blank'],
});
/** Table 3 falls into two tables, the second without its merged labels. */
const split = cutTable(town, 13, [], false);
const lost = changeSlots(town, (one) => (one.text.startsWith('3.危及') ? { ...one, text: '' } : one));
const errors = printing(town, { 'requests.granted.natural_person': ['#REF!', 'unread'] });

const damagedInOtherFormats: readonly CorpusCase[] = [
  asBytes(['odd-values-in-xls', '格内数值', '旧版工作簿：注释、单位、横线、空白'], odd, 'xls', writeXls(odd, true)),
  asBytes(['odd-values-in-rtf', '格内数值', 'RTF：注释、单位、横线、空白'], odd, 'rtf', writeRtf(odd, rtfStyles.unicode)),
  asBytes(['errors-in-xls', '格内数值', '旧版工作簿中的 #REF! 不是数'], errors, 'xls', writeXls(errors, true)),
  asBytes(['blanks-in-xls', '格内数值', '旧版工作簿：空格就是空格'], blanks, 'xls', writeXls(blanks, true)),
  asBytes(['blanks-in-rtf', '格内数值', 'RTF：空格就是空格'], blanks, 'rtf', writeRtf(blanks, rtfStyles['merged-sideways'])),
  asBytes(['table-cut-in-rtf', '表格形状', 'RTF：表三被分成两张表'], split, 'doc', writeRtf(split, rtfStyles.gbk), { isDamaged: true }),
  asBytes(['label-lost-in-rtf', '行名', 'RTF：一个行名丢失'], lost, 'rtf', writeRtf(lost, rtfStyles.gbk)),
  asBytes(['odd-values-in-ofd', '格内数值', 'OFD：注释、单位、横线、空白'], odd, 'ofd', writeOfd(odd, ofdStyles.matrix)),
  asBytes(['blanks-in-ofd', '格内数值', 'OFD：空格就是空格'], blanks, 'ofd', writeOfd(blanks, ofdStyles.absolute)),
  noReport(
    ['ofd-without-text', '打不开', 'OFD 的文字已转成轮廓'],
    'ofd',
    writeOfd(town, { ...ofdStyles.relative, hasTemplate: false, isOutlined: true }),
    'unsupported_type',
  ),
  noReport(['rtf-cut-after-its-head', '打不开', '只剩开头的 RTF'], 'rtf', '{\\rtf1\\ansi{\\fonttbl{\\f0 Arial', 'damaged'),
];

export const otherFormatCases: readonly CorpusCase[] = [...wholeInOtherFormats, ...damagedInOtherFormats];
