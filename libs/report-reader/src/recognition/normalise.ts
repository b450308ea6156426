const radicals: Record<string, string> = {
  '⺠': '民',
  '⻓': '长',
  '⻔': '门',
  '⻅': '见',
  '⻚': '页',
  '⻋': '车',
  '⻛': '风',
  '⻢': '马',
  '⻥': '鱼',
  '⻉': '贝',
  '⻄': '西',
  '⻆': '角',
  '⻘': '青',
  '⻝': '食',
  '⺟': '母',
  '⼾': '户',
  戶: '户',
};

const traditional =
  '規項許處罰強業費開請數結轉續辦總計為織機構財務複議訴訟維糾審經後條關報類國專單與權過執內屬於護穩質無確認獲補據現製廢區職資實際個鎮鄉縣廳鑑訊佈項類別處決定對進點陳違辦戶門眾責監督評檢設';
const simplified =
  '规项许处罚强业费开请数结转续办总计为织机构财务复议诉讼维纠审经后条关报类国专单与权过执内属于护稳质无确认获补据现制废区职资实际个镇乡县厅鉴讯布项类别处决定对进点陈违办户门众责监督评检设';
const toSimplified = new Map([...traditional].map((character, place) => [character, [...simplified][place]!]));

/** One way of writing a text, for comparison only: compatibility forms, radicals and traditional characters folded, pinyin in brackets and blanks removed. */
export function normalise(text: string): string {
  return [...text.normalize('NFKC')]
    .map((character) => radicals[character] ?? toSimplified.get(character) ?? character)
    .join('')
    .replaceAll(/[(（][a-zàáâãèéêìíòóôõùúüāēěīńňōǎǐǒǔūǖǘǚǜ]+[)）]/g, '')
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff]+/g, '');
}

const enumerator =
  /^(?:第?[〇零一二三四五六七八九十]+[、.．,，:：]|[(（][〇零一二三四五六七八九十\d]+[)）][、.．]?|\d{1,2}[、.．)）]|[—–-]、|[①-⑳])/;

/** A text without the number in front of it. */
export const withoutEnumerator = (text: string): string => normalise(text).replace(enumerator, '');

/** The same labels come again and again; what was worked out once is remembered. */
const known = new Map<string, string>();
const mostKnown = 20_000;
const longestKnown = 80;

/** What labels are compared by: the Han characters of a text, its number in front left out. */
export function labelKey(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const key = keyOf(text);
  if (known.size > mostKnown) known.clear();
  if (text.length <= longestKnown) known.set(text, key);
  return key;
}

const keyOf = (text: string): string => withoutEnumerator(text).replaceAll(/[^\p{Script=Han}]/gu, '');
