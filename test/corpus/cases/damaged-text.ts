import { asBytes, asDocx, asHtml, asText, type CorpusCase } from '../corpus-case';
import { changeTexts, drawReport } from '../drawn-report';
import { ofdStyles, writeOfd } from '../write-ofd';
import { writePdf } from '../write-pdf';
import { encoded, textShapes, writeText } from '../write-text';

const town = drawReport('清河县柳河镇人民政府', 2023, { seed: 8 });
const older = drawReport('清河县财政局', 2020, { seed: 9 });
const traditional = new Map<string, string>();
const pairs =
  '规規 项項 许許 处處 罚罰 强強 业業 费費 开開 请請 报報 数數 结結 转轉 续續 办辦 总總 计計 织織 机機 构構 财財 务務 复複 议議 诉訴 讼訟 维維 纠糾 审審 经經 条條 关關 类類 国國 专專 单單 与與 权權 过過 执執 内內 属屬 护護 稳穩 质質 无無 确確 认認 获獲 补補 据據 现現 废廢 镇鎮 县縣 门門 户戶 众眾 责責 监監 评評 检檢 设設 数數 论論 举舉 陈陳 违違 区區 个個 为為 决決 对對';
for (const pair of pairs.split(' ')) traditional.set(pair[0]!, pair[1]!);
const inTraditional = (text: string) => [...text].map((character) => traditional.get(character) ?? character).join('');
const pinyin: Record<string, string> = { 规: '規(guī)', 项: '項(xiàng)', 废: '廢(fèi)', 总: '總(zǒng)', 结: '結(jié)', 转: '轉(zhuǎn)' };
const radicals = new Map(
  [
    ...'黄⻩龙⻰马⻢贝⻉见⻅门⻔长⻓页⻚车⻋民⺠西⻄角⻆青⻘食⻝风⻛鱼⻥鸟⻦骨⻣齐⻬一⼀人⼈行⾏户⼾大⼤工⼯立⽴方⽅文⽂'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, plain, radical]) => [plain!, radical!]),
);
const asRadical = (character: string) => radicals.get(character) ?? character;
const inRadicals = (text: string) => [...text].map(asRadical).join('');
const ofYellow = drawReport('清河县黄马镇人民政府', 2024, { seed: 10 });
const ofDragon = drawReport('清河县龙青乡人民政府', 2020, { seed: 11 });
const withPinyin = (text: string) => [...text].map((character) => pinyin[character] ?? character).join('');
const halfWidth = (text: string) =>
  text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('，', ',').replaceAll('：', ':').replaceAll('；', ';').replaceAll('、', '､');
const fullWidth = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const every = (text: string, nth: number, change: string) =>
  [...text].map((character, place) => (/\p{Script=Han}/u.test(character) && place % nth === nth - 1 ? change : character)).join('');

/** Text that a carrier damaged (second part of the hard cases). The figures are whole. */
export const damagedTextCases: readonly CorpusCase[] = [
  asText(['inline-runs-lost', '文字损坏', '丢了行内片段：日期、文号、条款号、表头'], town, {
    isDamaged: true,
    change: (text) =>
      text
        .replace('本年制发件数', '本年制')
        .replace('本年废止件数', '本年')
        .replace('现行有效件数', '现行有效件')
        .replaceAll('第二十条第（一）项', '第二十条第')
        .replace('2023年1月1日至12月31日', '20231231日'),
  }),
  asText(['half-width-punctuation', '文字损坏', '标点成半角'], changeTexts(town, halfWidth)),
  asText(['full-width-digits', '文字损坏', '数字成全角'], changeTexts(town, fullWidth)),
  asHtml(['full-width-digits-in-a-page', '文字损坏', '网页中数字成全角'], changeTexts(older, fullWidth)),
  asText(['traditional-characters', '文字损坏', '全文繁体'], changeTexts(town, inTraditional), { isDamaged: true }),
  asHtml(['traditional-characters-in-a-page', '文字损坏', '网页全文繁体，旧版'], changeTexts(older, inTraditional), { isDamaged: true }),
  asBytes(
    ['traditional-in-big5', '文字损坏', '繁体，Big5 编码'],
    town,
    'txt',
    encoded(writeText(changeTexts(town, inTraditional)), 'big5'),
    { isDamaged: true },
  ),
  asBytes(
    ['radicals-in-a-pdf', '文字损坏', 'PDF，字写成部首'],
    ofYellow,
    'pdf',
    writePdf(ofYellow, { rulings: 'thin-boxes', font: 'own-codes', disguise: asRadical }),
  ),
  asBytes(
    ['radicals-in-ofd', '文字损坏', 'OFD，字写成部首'],
    ofDragon,
    'ofd',
    writeOfd(changeTexts(ofDragon, inRadicals), ofdStyles.absolute),
  ),
  asText(['radicals-copied-into-a-text', '文字损坏', '从 PDF 复制的文字，字写成部首'], changeTexts(ofDragon, inRadicals)),
  asHtml(['radicals-copied-into-a-page', '文字损坏', '网页，字写成部首'], changeTexts(ofYellow, inRadicals)),
  asDocx(['radicals-copied-into-word', '文字损坏', 'Word，字写成部首'], changeTexts(ofDragon, inRadicals)),
  asText(['pinyin-in-brackets', '文字损坏', '字后带拼音'], changeTexts(town, withPinyin), { isDamaged: true }),
  asHtml(['pinyin-in-brackets-in-a-page', '文字损坏', '网页，字后带拼音'], changeTexts(town, withPinyin), { isDamaged: true }),
  asText(
    ['every-eighth-character-lost', '文字损坏', '每八个字坏一个'],
    changeTexts(town, (text) => every(text, 8, '�')),
    {
      agency: null,
      isDamaged: true,
    },
  ),
  asHtml(
    ['every-fifth-character-lost-in-a-page', '文字损坏', '网页，每五个字坏一个'],
    changeTexts(town, (text) => every(text, 5, '?')),
    {
      agency: null,
      isDamaged: true,
    },
  ),
  asText(
    ['slogan-with-a-pipe', '文字损坏', '地名被含竖线的口号替换'],
    changeTexts(town, (text) => text.replaceAll('清河县柳河镇人民政府', '魅力水乡|幸福家园')),
    {
      agency: null,
      isDamaged: true,
    },
  ),
  asText(['words-broken-at-line-ends', '文字损坏', '词在行末断开'], town, {
    change: (text) =>
      text
        .replace('年度报告\n', '年\n度报告\n')
        .replace('社会公益组织', '社会公\n益组织')
        .replaceAll('政府信息公开工作', '政府信息公开\n工作'),
    isDamaged: true,
  }),
  asText(['misread-letters', '文字损坏', '识别错字：末收到、I五、'], town, {
    isDamaged: true,
    change: (text) =>
      text
        .replace('五、存在', 'I五、存在')
        .replace('行政处罚', '行政处罸')
        .replace('商业企业', '商业企亚')
        .replace('科研机构', '科研机枸')
        .replace('其他法律行政法规禁止公开', '其他法律行政法规禁上公开')
        .replace('重复申请', '重复中请'),
  }),
  asText(['blanks-inside-words', '文字损坏', '字间夹空格'], town, {
    shape: (table) => textShapes.pipes(table).map((line) => line.replaceAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' ')),
  }),
];
