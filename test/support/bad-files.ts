import CFB from 'cfb';
import { deflateSync } from 'node:zlib';
import { writeZip, type ZipEntry } from './write-zip';

/** A file that must not harm: its kind in the clerk's words, and the reasons it may end with. */
export interface BadFile {
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly reasons: readonly string[];
}

const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const office = (part: string, content: string | Uint8Array, more: readonly ZipEntry[] = []) =>
  writeZip([{ name: '[Content_Types].xml', content: types }, { name: part, content }, ...more]);
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (body: string, prologue = '') =>
  office('word/document.xml', `<?xml version="1.0"?>${prologue}<w:document ${w}><w:body>${body}</w:body></w:document>`);
const workbook = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const relations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const xlsx = (sheet: string, prologue = '') =>
  office('xl/workbook.xml', workbook, [
    { name: 'xl/_rels/workbook.xml.rels', content: relations },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<?xml version="1.0"?>${prologue}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
    },
  ]);
const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`;
const external = (canary: string) => `<!DOCTYPE x [<!ENTITY a SYSTEM "${canary}"><!ENTITY b SYSTEM "file:///etc/passwd">]>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const pdf = (...objects: string[]) => {
  const bodies = objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${bodies}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`, 'latin1');
};
const stream = (content: Buffer, dictionary = '') =>
  `<<${dictionary}/Length ${content.length}>>\nstream\n${content.toString('latin1')}\nendstream`;
const locked = () =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n3 0 obj\n<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>\nendobj\ntrailer\n<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>\n%%EOF`,
    'latin1',
  );

/** A compound file with one stream, as old Office and locked new Office files are. */
function compound(name: string, content: Uint8Array): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, `/${name}`, content);
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array);
}
const lockedDoc = () => {
  const stream = Buffer.alloc(4096);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x00c1, 2);
  stream.writeUInt16LE(0x0100, 10);
  return compound('WordDocument', stream);
};

const half = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length / 2));
const whole = docx(Array.from({ length: 400 }, (_, at) => paragraph(`第 ${at} 段，${(at * 7919) % 1000}`)).join(''));
const sheet = xlsx(
  `<sheetData>${Array.from({ length: 200 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${(at * 7919) % 1000}</v></c></row>`).join('')}</sheetData>`,
);
const page = (body: string) => `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
const zeros = Buffer.alloc(90 * 1024 * 1024);
const noise = Buffer.alloc(15 * 1024 * 1024).map((_, at) => (at % 251) ^ (at >>> 9));
const limits = ['time_limit', 'memory_limit', 'crashed', 'bomb', 'damaged', 'too_large'];
const notReport = ['other_document', 'no_text', 'empty_shell', 'empty', 'list_page'];

/** Files that are empty, damaged, locked, disguised or made to break whatever opens them. `canary` is an address nobody may ask. */
export const badFiles = (canary: string): BadFile[] => [
  { kind: '空文件', name: '空文件.docx', bytes: '', reasons: ['empty'] },
  { kind: '只有空白', name: '只有空白.txt', bytes: ' \n　\n', reasons: ['empty'] },
  { kind: '随机字节', name: '随机字节.docx', bytes: noise.subarray(0, 50_000), reasons: ['unknown_type'] },
  {
    kind: '程序改名',
    name: '年报.docx.exe',
    bytes: Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(2000)]),
    reasons: ['unsupported_type'],
  },
  { kind: 'RAR 压缩包', name: '年报.rar', bytes: Buffer.from('Rar!\x1a\x07\x01\0 ……'), reasons: ['unsupported_type'] },
  { kind: '7z 压缩包', name: '年报.7z', bytes: Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, 1]), reasons: ['unsupported_type'] },
  { kind: '演示文稿', name: '年报.pptx', bytes: office('ppt/presentation.xml', '<p/>'), reasons: ['unsupported_type'] },
  {
    kind: '图片改名为 docx',
    name: '照片.docx',
    bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(3000, 7)]),
    reasons: ['scanned', 'damaged'],
  },
  {
    kind: '其他公文',
    name: '会议通知.docx',
    bytes: docx(paragraph('关于召开全县防汛工作会议的通知，请各单位主要负责人准时参加会议。')),
    reasons: notReport,
  },
  { kind: 'docx 截断', name: '截断.docx', bytes: half(whole), reasons: ['damaged'] },
  { kind: 'xlsx 截断', name: '截断.xlsx', bytes: half(sheet), reasons: ['damaged'] },
  {
    kind: 'ofd 截断',
    name: '截断.ofd',
    bytes: half(writeZip([{ name: 'OFD.xml', content: noise.subarray(0, 4000) }])),
    reasons: ['damaged'],
  },
  {
    kind: 'pdf 截断',
    name: '截断.pdf',
    bytes: '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 ob',
    reasons: ['damaged', ...notReport],
  },
  {
    kind: 'doc 截断',
    name: '截断.doc',
    bytes: half(compound('WordDocument', noise.subarray(0, 9000))),
    reasons: ['damaged', 'unsupported_type'],
  },
  { kind: 'rtf 截断', name: '截断.rtf', bytes: '{\\rtf1\\ansi\\ansicpg936 {\\fonttbl{\\f0 Song', reasons: ['damaged', ...notReport] },
  {
    kind: 'zip 截断',
    name: '截断.zip',
    bytes: half(writeZip([{ name: '甲.txt', content: noise.subarray(0, 5000) }])),
    reasons: ['damaged'],
  },
  { kind: 'docx 有密码', name: '密码.docx', bytes: compound('EncryptedPackage', noise.subarray(0, 5000)), reasons: ['password'] },
  { kind: 'xlsx 有密码', name: '密码.xlsx', bytes: compound('EncryptedPackage', noise.subarray(0, 6000)), reasons: ['password'] },
  { kind: 'doc 有密码', name: '密码.doc', bytes: lockedDoc(), reasons: ['password', 'damaged'] },
  { kind: 'pdf 有密码', name: '密码.pdf', bytes: locked(), reasons: ['password'] },
  { kind: 'zip 有密码', name: '密码.zip', bytes: writeZip([{ name: '年报.docx', content: '密', flags: 1 }]), reasons: ['password'] },
  { kind: 'docx 炸弹', name: '炸弹.docx', bytes: office('word/document.xml', zeros), reasons: ['bomb'] },
  {
    kind: 'xlsx 炸弹',
    name: '炸弹.xlsx',
    bytes: office('xl/workbook.xml', workbook, [{ name: 'xl/worksheets/sheet1.xml', content: zeros }]),
    reasons: ['bomb'],
  },
  {
    kind: 'docx 谎报大小',
    name: '谎报.docx',
    bytes: writeZip([
      { name: '[Content_Types].xml', content: types },
      { name: 'word/document.xml', content: 'x'.repeat(90_000), declared: 100 },
    ]),
    reasons: ['damaged', 'bomb'],
  },
  {
    kind: 'zip 套 zip 的炸弹',
    name: '套娃.zip',
    bytes: writeZip([{ name: '内.zip', content: writeZip([{ name: '零.bin', content: zeros.subarray(0, 18 * 1024 * 1024) }]) }]),
    reasons: ['empty', 'bomb'],
  },
  { kind: 'zip 重叠条目', name: '重叠.zip', bytes: writeZip([{ name: '甲.bin', content: noise, copies: 20 }]), reasons: ['bomb'] },
  {
    kind: 'zip 文件过多',
    name: '过多.zip',
    bytes: writeZip(Array.from({ length: 1001 }, (_, at) => ({ name: `${at}.txt`, content: 'x' }))),
    reasons: ['too_large'],
  },
  {
    kind: 'zip 只有系统文件',
    name: '系统文件.zip',
    bytes: writeZip([
      { name: '__MACOSX/._a', content: 'x' },
      { name: '../../x', content: 'x' },
    ]),
    reasons: ['empty'],
  },
  { kind: 'docx 实体展开', name: '实体展开.docx', bytes: docx(paragraph('&j;'), laughs), reasons: ['damaged', ...limits, ...notReport] },
  {
    kind: 'xlsx 实体展开',
    name: '实体展开.xlsx',
    bytes: xlsx('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData>', laughs),
    reasons: ['damaged', ...limits, ...notReport],
  },
  {
    kind: 'ofd 实体展开',
    name: '实体展开.ofd',
    bytes: writeZip([
      { name: 'OFD.xml', content: `<?xml version="1.0"?>${laughs}<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016">&j;</ofd:OFD>` },
    ]),
    reasons: ['damaged', 'unsupported_type', ...limits, ...notReport],
  },
  { kind: 'docx 外部实体', name: '外部实体.docx', bytes: docx(paragraph('&a;&b;'), external(canary)), reasons: ['damaged', ...notReport] },
  {
    kind: 'xlsx 外部实体',
    name: '外部实体.xlsx',
    bytes: xlsx('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;&b;</t></is></c></row></sheetData>', external(canary)),
    reasons: ['damaged', ...notReport],
  },
  {
    kind: 'docx 层层嵌套',
    name: '嵌套.docx',
    bytes: docx('<w:tbl><w:tr><w:tc>'.repeat(30_000) + '</w:tc></w:tr></w:tbl>'.repeat(30_000)),
    reasons: [...limits, ...notReport],
  },
  {
    kind: 'docx 超宽单元格',
    name: '超宽.docx',
    bytes: docx(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>${paragraph('甲')}</w:tc></w:tr></w:tbl>`),
    reasons: [...limits, ...notReport],
  },
  {
    kind: 'xlsx 远处单元格',
    name: '远处.xlsx',
    bytes: xlsx(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ),
    reasons: [...limits, ...notReport],
  },
  {
    kind: '网页带脚本',
    name: '脚本.html',
    bytes: page(`<script src="${canary}"></script><img src="${canary}" onerror="fetch('${canary}')"><p>正在加载</p>`),
    reasons: notReport,
  },
  {
    kind: '网页跨列极大',
    name: '跨列.html',
    bytes: page(`<table>${'<tr><td colspan="1000000000" rowspan="1000000000">1</td></tr>'.repeat(50)}</table>`),
    reasons: [...limits, ...notReport],
  },
  { kind: '网页层层嵌套', name: '嵌套.html', bytes: page('<div>'.repeat(200_000)), reasons: [...limits, ...notReport] },
  { kind: '网页表格层层嵌套', name: '表格嵌套.html', bytes: page('<table><tr><td>'.repeat(5000)), reasons: [...limits, ...notReport] },
  { kind: '文本只有一行 15 MB', name: '一行.txt', bytes: '政府信息公开工作年度报告'.repeat(420_000), reasons: [...limits, ...notReport] },
  {
    kind: '文本反复的括号',
    name: '括号.txt',
    bytes: `${'（'.repeat(200_000)}\n${'1'.repeat(200_000)}\n${' '.repeat(200_000)}x`,
    reasons: [...limits, ...notReport],
  },
  {
    kind: '文本反复的表名',
    name: '表名.txt',
    bytes: '二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n'.repeat(60_000),
    reasons: [...limits, ...notReport, 'agency', 'year'],
  },
  {
    kind: 'pdf 页树成环',
    name: '成环.pdf',
    bytes: pdf('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 9>>'),
    reasons: ['damaged', ...limits, ...notReport],
  },
  {
    kind: 'pdf 谎报页数',
    name: '页数.pdf',
    bytes: pdf('<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 99999999>>'),
    reasons: ['damaged', ...limits, ...notReport],
  },
  {
    kind: 'pdf 内容炸弹',
    name: '内容炸弹.pdf',
    bytes: pdf(
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
      stream(deflateSync(Buffer.from('0 0 m 1 1 l S '.repeat(7_000_000))), '/Filter/FlateDecode'),
    ),
    reasons: ['damaged', ...limits, ...notReport],
  },
  { kind: '向上的路径名', name: '../../etc/passwd', bytes: '这里没有年度报告，只有一句不相干的话而已。', reasons: notReport },
  { kind: '反向文字名', name: '年报\u202Excod.exe', bytes: '这里没有年度报告，只有另一句不相干的话而已。', reasons: notReport },
  { kind: '300 字的名', name: `${'长'.repeat(300)}.txt`, bytes: '这里没有年度报告，只有第三句不相干的话而已。', reasons: notReport },
];
