import { describe, expect, it } from 'vitest';
import { matchAgency } from './match-agency';

const agency = (name: string, ...aliases: string[]) => ({ id: name, name, aliases });
const agencies = [
  agency('清河县柳河镇人民政府', '柳河镇'),
  agency('清河县石桥镇人民政府', '石桥镇'),
  agency('清河县石桥街道办事处', '石桥街道'),
  agency('清河县长岭镇人民政府'),
  agency('清河县教育局', '教育局'),
  agency('清河县人民政府办公室', '清河县人民政府'),
];
const match = (read: string) => matchAgency(read, agencies, '清河县')?.name;

describe('a read name', () => {
  it.each([
    ['柳河镇', '清河县柳河镇人民政府'],
    ['柳河镇人民政府', '清河县柳河镇人民政府'],
    ['东江市清河县柳河镇人民政府', '清河县柳河镇人民政府'],
    ['清河县 柳河镇', '清河县柳河镇人民政府'],
    ['石桥街道', '清河县石桥街道办事处'],
    ['石桥镇人民政府', '清河县石桥镇人民政府'],
    ['长岭镇', '清河县长岭镇人民政府'],
    ['清河县人民政府', '清河县人民政府办公室'],
  ])('%s is %s', (read, name) => expect(match(read)).toBe(name));

  it.each(['白水县柳河镇人民政府', '白水县教育局', '石桥', '市长岭镇', '清河县', '柳河镇中心小学'])(
    '%s is for a person to decide',
    (read) => expect(match(read)).toBeUndefined(),
  );

  it('that fits two agencies is for a person to decide', () => {
    const twins = [agency('清河县城关镇人民政府'), agency('清河县城关镇', '城关镇')];
    expect(matchAgency('城关镇', twins, '清河县')).toBeUndefined();
  });
});
