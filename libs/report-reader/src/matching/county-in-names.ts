import { normalise } from '../recognition/normalise';

/** The county as it stands in names: its own name (清河县), and what is known to stand above it (东江市, 某省东江市). */
export interface OwnCounty {
  readonly own: string;
  readonly above: ReadonlySet<string>;
}

/** Where a name says its bearer is. `inside` is the name without the county in front. */
export type Standing =
  | { readonly kind: 'own' | 'bare'; readonly inside: string }
  /** Below a city that is, or may be, ours, without our county's name; or below a district whose city nobody has named yet. */
  | { readonly kind: 'uncertain'; readonly inside: string; readonly region: string }
  | { readonly kind: 'elsewhere'; readonly inside: string; readonly region: string };

const regionsAbove = /^(?:\p{Script=Han}{2,8}?(?:省|自治区))?(?:\p{Script=Han}{1,8}?(?:市|自治州|州|盟|地区))?$/u;
const region =
  /^((?:\p{Script=Han}{2,8}?(?:省|自治区))?(?:\p{Script=Han}{1,8}?(?:市|自治州|盟|地区))?(?:\p{Script=Han}{1,8}?(?:自治县|县|市|区|旗))?)(\p{Script=Han}{2,}?(?:镇|乡|街道|局|委员会|委|办公室|办事处|人民政府|政府|中心|支队|大队|总队|院|会|社|所|站|队|苏木))$/u;
const noRegion =
  /^(?:[市县区旗省]|城市|[本我全该][市县区]|[^县]*(?:开发|高新|示范|工业|产业|园|新|保护|景|社|度假|管理|风景|试验|合作|保税|港|林|矿|库|灾|山|地|小|校|院|厂|军|防|战|牧|农|垦)区)$/;

/** The county's name taken apart, with every region that names of the roster put in front of it. */
export function ownCounty(countyName: string, names: readonly string[]): OwnCounty {
  const whole = normalise(countyName);
  const split =
    /^((?:\p{Script=Han}{2,8}?(?:省|自治区))?(?:\p{Script=Han}{1,8}?(?:市|自治州|盟|地区))?)(\p{Script=Han}{1,8}(?:县|区|市|旗))$/u.exec(
      whole,
    );
  const own = split?.[2] ?? whole;
  const above = new Set<string>(split?.[1] ? [split[1]] : []);
  for (const name of names.map(normalise)) {
    const at = name.indexOf(own);
    if (at > 0 && regionsAbove.test(name.slice(0, at))) above.add(name.slice(0, at));
  }
  return { own, above };
}

/** Whether the region in front can be ours: it ends as a known one ends, or none is known and the county's own name is borne once in the country. */
function frontIsOurs(front: string, { own, above }: OwnCounty): 'yes' | 'no' | 'unknown' {
  if (above.size > 0) return [...above].some((known) => known.endsWith(front) || front.endsWith(known)) ? 'yes' : 'no';
  // A county's name is borne once; 新华区, 鼓楼区 or 市中区 stand in many cities.
  return own.endsWith('区') ? 'unknown' : 'yes';
}

/** What is no name by itself: 乙县镇 is the town 乙县, not a town without a name in the county 乙县. */
const kindAlone = /^(?:镇|乡|街道|局|委员会|办公室|中心|办事处)?(?:人民政府|政府|办事处|办)?$/;
const countysOwn = /^(?:人民政府|政府)$/;
const town = /(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|办)?$/;

/** Where a name says its bearer is, seen from our county. */
export function standingOf(name: string, county: OwnCounty): Standing {
  const text = normalise(name);
  const { own, above } = county;
  for (let at = text.indexOf(own); at >= 0; at = text.indexOf(own, at + 1)) {
    const [front, inside] = [text.slice(0, at), text.slice(at + own.length)];
    if (front !== '' && !regionsAbove.test(front)) continue;
    if (kindAlone.test(inside) && !countysOwn.test(inside)) continue;
    const ours = front === '' ? 'yes' : frontIsOurs(front, county);
    if (ours === 'yes') return { kind: 'own', inside };
    return { kind: ours === 'no' ? 'elsewhere' : 'uncertain', inside, region: front + own };
  }
  for (const front of above) if (text.startsWith(front)) return { kind: 'uncertain', inside: text.slice(front.length), region: front };
  const [, where = '', inside = ''] = region.exec(text) ?? [];
  if (where.length < 2 || noRegion.test(where)) return { kind: 'bare', inside: text };
  return { kind: 'elsewhere', inside, region: where };
}

/** 县教育局, 本县教育局 in a county: the department's name without that word. In a county-level city 市教育局 may be the upper city's. */
export function withoutGenericCounty(name: string, { own }: OwnCounty): string | undefined {
  const [, level = '', inside = ''] = /^[本我该]?([县区旗])(?!级)(.{2,})$/u.exec(normalise(name)) ?? [];
  return level !== '' && own.endsWith(level) && !town.test(inside) ? own + inside : undefined;
}
