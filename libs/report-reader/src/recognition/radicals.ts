/**
 * The ideographs that look like the signs of the block CJK Radicals Supplement, from U+2E80 on: Unicode's Equivalent_Unified_Ideograph
 * (version 15), a sign that has none standing for itself.
 */
const supplement = [
  ...'⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀',
  ...'聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];
const firstOfSupplement = 0x2e80;

/** A sign of Kangxi Radicals has a compatibility form; of this one it is the traditional character, whereas Chinese typefaces draw 户. */
const door = '⼾';

const radicals = /[\u2e80-\u2ef3\u2f00-\u2fd5]/g;

/**
 * A text in which every radical is the ideograph it looks like. Where one shape of a typeface stands for both, PDF writers put down either
 * (⻩ U+2EE9 for 黄), and texts copied from such a PDF keep it.
 */
export const withoutRadicals = (text: string): string =>
  text.replaceAll(radicals, (sign) => {
    if (sign === door) return '户';
    return supplement[sign.codePointAt(0)! - firstOfSupplement] ?? sign.normalize('NFKC');
  });
