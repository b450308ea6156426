import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchName, prepareRoster } from './match-name';
import type { RosterAgency } from './roster';

const agency = (name: string, aliases: readonly string[] = [], years: Partial<RosterAgency> = {}): RosterAgency => ({
  id: name,
  code: name,
  name,
  aliases,
  firstYear: null,
  lastYear: null,
  ...years,
});
const qinghe = prepareRoster({
  countyName: '清河县',
  agencies: [
    agency('清河县柳河镇人民政府', ['柳河镇']),
    agency('清河县石桥镇人民政府', ['石桥镇']),
    agency('清河县石桥街道办事处', ['石桥街道']),
    agency('清河县长岭镇人民政府'),
    agency('清河县县底镇人民政府'),
    agency('清河县教育局', ['教育局']),
    agency('清河县人力资源和社会保障局'),
    agency('国家税务总局清河县税务局'),
    agency('东江市生态环境局清河分局', ['清河县环境保护局'], { firstYear: 2020 }),
    agency('清河县环境保护局', [], { lastYear: 2019 }),
    agency('清河县人民政府办公室', ['清河县人民政府']),
  ],
});
const matched = (read: string, year: number | null = null) => {
  const match = matchName(read, qinghe, year);
  return match.kind === 'matched' ? match.name : undefined;
};

describe('a read name is found on the roster', () => {
  it.each([
    ['柳河镇', '清河县柳河镇人民政府'],
    ['柳河镇人民政府', '清河县柳河镇人民政府'],
    ['柳河镇政府', '清河县柳河镇人民政府'],
    ['清河县柳河镇党政办公室', '清河县柳河镇人民政府'],
    ['东江市清河县柳河镇人民政府', '清河县柳河镇人民政府'],
    ['某某省东江市清河县柳河镇', '清河县柳河镇人民政府'],
    ['清河县 柳河镇', '清河县柳河镇人民政府'],
    ['清河縣柳河鎮人民政府', '清河县柳河镇人民政府'],
    ['石桥街道', '清河县石桥街道办事处'],
    ['石桥街道办', '清河县石桥街道办事处'],
    ['石桥镇人民政府', '清河县石桥镇人民政府'],
    ['县底镇', '清河县县底镇人民政府'],
    ['县教育局', '清河县教育局'],
    ['本县教育局', '清河县教育局'],
    ['清河县税务局', '国家税务总局清河县税务局'],
    ['清河县人民政府', '清河县人民政府办公室'],
    ['县政府办公室', '清河县人民政府办公室'],
    ['东江市生态环境局清河分局', '东江市生态环境局清河分局'],
  ])('%s is %s', (read, name) => expect(matched(read)).toBe(name));
});

describe('a read name is left to a person', () => {
  it.each([
    '白水县柳河镇人民政府',
    '白水县教育局',
    '东江市教育局',
    '市教育局',
    '石桥',
    '石桥办事处',
    '市长岭镇',
    '底镇',
    '清河县',
    '人民政府办公室',
    '街道办事处',
    '柳河镇中心小学',
    '清河县教育和体育局',
    '清河镇',
  ])('%s', (read) => expect(matched(read)).toBeUndefined());

  it('and told which county it speaks of', () => {
    expect(matchName('白水县柳河镇人民政府', qinghe, null)).toMatchObject({ kind: 'foreign', region: '白水县' });
    expect(matchName('东江市教育局', qinghe, null)).toMatchObject({ kind: 'foreign', region: '东江市' });
  });

  it('and shown what is near', () => {
    const near = (read: string) => matchName(read, qinghe, null);
    expect(near('人社局')).toMatchObject({ kind: 'unknown', candidates: [{ name: '清河县人力资源和社会保障局' }] });
    expect(near('石桥办事处')).toMatchObject({ candidates: [{ name: '清河县石桥镇人民政府' }, { name: '清河县石桥街道办事处' }] });
  });
});

describe('years', () => {
  it('tell a renamed agency from the one it was', () => {
    expect(matched('清河县环境保护局', 2019)).toBe('清河县环境保护局');
    expect(matched('清河县环境保护局', 2021)).toBe('东江市生态环境局清河分局');
    expect(matchName('清河县环境保护局', qinghe, null).kind).toBe('ambiguous');
  });

  it('make a person choose where the agency no longer reports', () => {
    const merged = prepareRoster({ countyName: '清河县', agencies: [agency('清河县旧镇人民政府', [], { lastYear: 2021 })] });
    expect(matchName('旧镇', merged, 2021).kind).toBe('matched');
    expect(matchName('旧镇', merged, 2022)).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ name: '清河县旧镇人民政府', why: '2022 年度不在填报年限内，2021 年度后停用' }],
    });
  });
});

describe('a district of a name borne in several cities', () => {
  const names = ['新华区城关街道办事处', '新华区教育局'];
  it('asks once which city it lies in, and knows it from the remembered name', () => {
    const before = prepareRoster({ countyName: '新华区', agencies: names.map((name) => agency(name)) });
    expect(matchName('东江市新华区教育局', before, null).kind).toBe('ambiguous');
    const after = prepareRoster({
      countyName: '新华区',
      agencies: [agency('新华区城关街道办事处', ['东江市新华区城关街道办事处']), agency('新华区教育局')],
    });
    expect(matchName('东江市新华区教育局', after, null)).toMatchObject({ kind: 'matched', name: '新华区教育局' });
    expect(matchName('西河市新华区教育局', after, null)).toMatchObject({ kind: 'foreign', region: '西河市新华区' });
  });
});

/** Counties whose names cut wrongly: a city in a town's name, county and town of one name, 城区 as a proper name, towns that begin with 县 or 市. */
const counties = [
  ['清河县', '东江市'],
  ['乙县', '甲市'],
  ['长市', ''],
  ['城区', '东江市'],
  ['市中区', '城市'],
  ['江县', '大江州'],
] as const;
const roots = [
  '柳河',
  '石桥',
  '长岭',
  '市长岭',
  '乙',
  '乙县',
  '清河',
  '城',
  '县底',
  '底',
  '市中',
  '中',
  '区',
  '前街',
  '街',
  '江',
  '大江',
  '城关',
  '东城',
  '区东城',
];
const kinds = ['镇人民政府', '乡人民政府', '街道办事处', '局', '委员会'];
const shortOf = (name: string) => name.replace(/(?<=[镇乡])人民政府$|(?<=街道)办事处$/, '');

describe('a county of nasty names', () => {
  const drawn = fc.record({
    county: fc.constantFrom(...counties),
    insides: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...roots), fc.constantFrom(...kinds)).map(([root, kind]) => root + kind),
      {
        minLength: 3,
        maxLength: 24,
      },
    ),
    isPrefixed: fc.boolean(),
    picked: fc.nat(),
    style: fc.nat(5),
  });

  it('is never matched wrongly, however a name is written', () => {
    fc.assert(
      fc.property(drawn, ({ county: [county, city], insides, isPrefixed, picked, style }) => {
        const roster = prepareRoster({
          countyName: county,
          agencies: insides.map((inside) => agency(isPrefixed ? county + inside : inside)),
        });
        const writings = (inside: string) => [
          county + inside,
          city + county + inside,
          inside,
          shortOf(inside),
          county + shortOf(inside),
          city + county + shortOf(inside),
        ];
        const inside = insides[picked % insides.length]!;
        const written = writings(inside)[style]!;
        const couldMean = insides.filter((one) => writings(one).includes(written));
        const match = matchName(written, roster, 2024);
        if (match.kind !== 'matched') return;
        const isItsFullName = couldMean.some((one) => match.name === (isPrefixed ? county + one : one) && written === match.name);
        expect(match.name.endsWith(inside) && (couldMean.length === 1 || isItsFullName)).toBe(true);
        if (couldMean.length === 1) expect(match.agencyId).toBe(isPrefixed ? county + inside : inside);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no agency of another county for its own', () => {
    const elsewhere = fc.constantFrom('白水县', '西河市', '西河市白水县', '某某省西河市', '老城区', '东城县', '西河市清江县');
    fc.assert(
      fc.property(drawn, elsewhere, ({ county: [county], insides, isPrefixed, picked, style }, region) => {
        const roster = prepareRoster({
          countyName: county,
          agencies: insides.map((inside) => agency(isPrefixed ? county + inside : inside)),
        });
        const inside = insides[picked % insides.length]!;
        const written = region + (style % 2 ? shortOf(inside) : inside);
        expect([written, matchName(written, roster, 2024).kind]).not.toEqual([written, 'matched']);
      }),
      { numRuns: 2000 },
    );
  });

  it('always finds the full name of the roster itself', () => {
    fc.assert(
      fc.property(drawn, ({ county: [county], insides, isPrefixed, picked }) => {
        const names = insides.map((inside) => (isPrefixed ? county + inside : inside));
        const roster = prepareRoster({ countyName: county, agencies: names.map((name) => agency(name)) });
        const name = names[picked % names.length]!;
        expect(matchName(name, roster, 2024)).toMatchObject({ kind: 'matched', agencyId: name });
      }),
      { numRuns: 1000 },
    );
  });
});
