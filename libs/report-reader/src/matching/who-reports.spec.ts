import type { Sign } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import { prepareRoster } from './match-name';
import { yearInPath } from './path-signs';
import { whoReports } from './who-reports';

const agency = (code: string, name: string, ...aliases: string[]) => ({ id: name, code, name, aliases, firstYear: null, lastYear: null });
const roster = prepareRoster({
  countyName: '清河县',
  agencies: [
    agency('990001101', '清河县柳河镇人民政府'),
    agency('990001102', '清河县柳林乡人民政府'),
    agency('990001103', '清河县石桥镇人民政府', '石桥'),
    agency('990001104', '清河县石桥街道办事处', '石桥'),
    agency('990001201', '清河县教育局'),
  ],
});
const sign = (where: Sign<string>['where'], value: string): Sign<string> => ({ where, text: value, value });
const who = (value: string | null, signs: readonly Sign<string>[] = [], path = '') =>
  whoReports({ value, signs }, { path, year: 2024 }, roster);

describe('whose report it is', () => {
  it('follows the name the document gives itself, and tells of signs that say otherwise', () => {
    expect(who('柳河镇', [sign('title', '柳河镇')], '柳林乡/年报.docx')).toMatchObject({
      kind: 'matched',
      name: '清河县柳河镇人民政府',
      odd: [{ where: 'folder', text: '柳林乡', names: '清河县柳林乡人民政府' }],
    });
  });

  it('follows the folder where the document names nobody', () => {
    expect(who(null, [], '各镇年报/01 柳河镇/年报.docx')).toMatchObject({
      kind: 'matched',
      name: '清河县柳河镇人民政府',
      why: '文件夹名“01 柳河镇”',
    });
    expect(who(null, [], '清河县教育局2024年度年报（定稿）.docx')).toMatchObject({ kind: 'matched', name: '清河县教育局' });
  });

  it('lets folder or code choose between agencies of one name', () => {
    expect(who('石桥', [sign('title', '石桥')]).kind).toBe('ambiguous');
    expect(who('石桥', [sign('title', '石桥')], '石桥街道/年报.docx')).toMatchObject({ kind: 'matched', name: '清河县石桥街道办事处' });
    expect(who('石桥', [sign('title', '石桥')], '990001103.docx')).toMatchObject({
      kind: 'matched',
      name: '清河县石桥镇人民政府',
      why: '单位代码“990001103”',
    });
  });

  it('asks a person where signs speak of two agencies and the document does not decide', () => {
    expect(who(null, [sign('title', '柳河镇'), sign('signature', '柳林乡人民政府')])).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ name: '清河县柳河镇人民政府' }, { name: '清河县柳林乡人民政府' }],
    });
    expect(who(null, [], '柳河镇/柳林乡.docx').kind).toBe('ambiguous');
  });

  it('never lets a folder overrule a name of another county, or one the roster does not know', () => {
    expect(who('白水县柳河镇人民政府', [], '柳河镇/年报.docx')).toMatchObject({ kind: 'foreign', region: '白水县' });
    expect(who('柳河镇中心小学', [], '柳河镇/年报.docx')).toMatchObject({
      kind: 'unknown',
      candidates: [{ name: '清河县柳河镇人民政府' }],
    });
    expect(who(null, [sign('introduction', '白水县教育局')], '教育局/年报.docx').kind).toBe('foreign');
  });

  it('takes the title alone where nothing was sure enough to be weighed, and lets the folder choose', () => {
    expect(who(null, [sign('title', '石桥')]).kind).toBe('ambiguous');
    expect(who(null, [sign('title', '石桥')], '石桥街道/年报.docx')).toMatchObject({ kind: 'matched', name: '清河县石桥街道办事处' });
    expect(who(null, [sign('title', '石桥'), sign('signature', '石桥街道办')]).kind).toBe('matched');
    expect(who(null, [sign('contact_line', '清河县教育局')], '柳河镇/年报.docx').kind).toBe('ambiguous');
  });

  it('says nothing where nothing is said', () => {
    expect(who(null, [], '年报.docx')).toEqual({ kind: 'unknown', candidates: [] });
    expect(who(null, [], '1.docx')).toEqual({ kind: 'unknown', candidates: [] });
  });
});

it('takes a year from a path only where it is a fiscal year', () => {
  expect(yearInPath('2023年度/柳河镇.docx')).toBe(2023);
  expect(yearInPath('2024年报送/柳河镇.docx')).toBeNull();
  expect(yearInPath('2023年度/2024年度.docx')).toBeNull();
});

describe('the county’s own report', () => {
  const own = { ...agency('县级报告', '清河县人民政府', '清河县'), isCounty: true };
  const office = agency('990001-ZF', '清河县人民政府办公室');
  const towns = [agency('990001101', '清河县柳河镇人民政府', '柳河镇')];
  const asked = (
    agencies: readonly (typeof own | typeof office)[],
    value: string | null,
    signs: readonly Sign<string>[],
    more: { path?: string; prose?: string } = {},
  ) => whoReports({ value, signs }, { year: 2024, ...more }, prepareRoster({ countyName: '清河县', agencies: [...towns, ...agencies] }));

  it.each(['清河县人民政府', '清河县', '东江市清河县人民政府'])('is the one headed %s', (title) => {
    expect(asked([office, own], title, [sign('title', title)])).toMatchObject({ kind: 'matched', name: '清河县人民政府' });
  });
  it('is left to a person where an agency bears the name too, and where the office signs it', () => {
    const alias = agency('990001-ZF', '清河县人民政府办公室', '清河县人民政府');
    const both = { kind: 'ambiguous', candidates: [{ name: '清河县人民政府' }, { name: '清河县人民政府办公室' }] };
    expect(asked([alias, own], '清河县人民政府', [sign('title', '清河县人民政府')])).toMatchObject(both);
    expect(
      asked([office, own], '清河县人民政府', [sign('title', '清河县人民政府'), sign('signature', '清河县人民政府办公室')]),
    ).toMatchObject(both);
  });
  it('is left to a person where the prose speaks as a town does', () => {
    expect(asked([own], '清河县', [sign('title', '清河县')], { prose: '我镇高度重视。' })).toMatchObject({ kind: 'ambiguous' });
    expect(asked([own], '清河县', [sign('title', '清河县')], { prose: '我县高度重视，各乡镇按时报送。' })).toMatchObject({
      kind: 'matched',
    });
  });
  it('is no one’s guess: not by a folder, not by the site that published a nameless document', () => {
    expect(asked([own], null, [], { path: '清河县/清河县人民政府年报.docx' }).kind).toBe('unknown');
    expect(asked([own], null, [sign('signature', '清河县人民政府')]).kind).not.toBe('matched');
    expect(asked([own], '柳河镇', [sign('title', '柳河镇')], { path: '清河县/年报.docx' })).toMatchObject({
      name: '清河县柳河镇人民政府',
      odd: [],
    });
  });
});
