import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCounty } from '../check-county';
import type { Broken } from '../verdict';
import { copiedText, copiedTexts, mayBeCopies, textSketch, type CopySource } from './copied-text';
import { likeness, likenessOfSketches, shinglesOf, sketchOf } from './shingles';

const story = (seed: number, length = 220) =>
  Array.from({ length }, (_, place) => String.fromCharCode(0x4e00 + ((seed * 7919 + place * 104_729 + place * place * seed) % 6000))).join(
    '',
  );
const source = (agency: string, text: string, year = 2024): CopySource => ({
  id: agency,
  agency,
  year,
  text: { parts: { '1': text, '5': '' } },
});
const names = ['清河县', '柳河镇', '东坪镇'];

describe('how alike two texts are', () => {
  it('is the same from either side and never above 1, however often words repeat', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('公', '开', '信', '息', '好'), maxLength: 80 }),
        fc.string({ unit: fc.constantFrom('公', '开', '信'), maxLength: 80 }),
        (one, other) => {
          const [mine, theirs] = [new Set(shinglesOf(one)), new Set(shinglesOf(other))];
          expect(likeness(mine, theirs)).toBe(likeness(theirs, mine));
          expect(likeness(mine, theirs)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });
  it('can be told from sketches within a tenth', () => {
    const [one, other] = [new Set(shinglesOf(story(3, 900) + story(5, 300))), new Set(shinglesOf(story(3, 900) + story(8, 300)))];
    expect(Math.abs(likeness(one, other) - likenessOfSketches(sketchOf(one), sketchOf(other)))).toBeLessThan(0.1);
  });
});

describe('copied text', () => {
  it('shows the passages side by side, though names, years and sentences of the law differ', () => {
    const own = source('柳河镇', `根据《中华人民共和国政府信息公开条例》要求。2024年，柳河镇${story(3)}。`);
    const other = source('东坪镇', `东坪镇${story(3)}。本报告统计期限如下。`);
    const [verdict] = copiedText(own, [other], names);
    expect(verdict).toMatchObject({ outcome: 'broken', subject: '东坪镇', found: 100 });
    const [passage] = (verdict as Broken).passages!;
    expect(passage!.own.quote).toBe(passage!.other.quote);
    expect(own.text.parts['1']).toContain(passage!.own.quote);
  });
  it('leaves reports alone that share the law’s sentences only', () => {
    const law = '根据《中华人民共和国政府信息公开条例》第五十条规定，现公布本年度报告。本报告所列数据的统计期限为本年度。';
    expect(copiedText(source('柳河镇', law + story(3)), [source('东坪镇', law + story(8))], names)[0]?.outcome).toBe('holds');
  });
  it('counts digits as words and says nothing about a clause or two', () => {
    expect(copiedText(source('柳河镇', '公开及时。'), [source('东坪镇', '公开及时。')], names)[0]?.outcome).toBe('holds');
  });
  it('finds the one copied pair among 150, and its sketches agree', () => {
    const all = Array.from({ length: 150 }, (_, place) => source(`第${place}镇`, story(place + 2, 600)));
    all[77] = source('第77镇', all[12]!.text.parts['1']!);
    const found = copiedTexts(all, names).filter(({ verdict }) => verdict.outcome === 'broken');
    expect(found.map(({ one, other }) => [one.id, other.id])).toEqual([['第12镇', '第77镇']]);
    const sketches = all.map(({ text }) => textSketch(text, names));
    expect(sketches.filter((sketch) => mayBeCopies(sketch, sketches[12]!))).toHaveLength(2);
  });
  it('is told of a county’s year, each pair once', () => {
    const member = (name: string) => ({ agencyId: name, name, kind: '镇' as const, text: source(name, story(3)).text });
    const { findings } = checkCounty({ name: '清河县', year: 2024, edition: '2021', members: [member('柳河镇'), member('东坪镇')] });
    expect(findings.filter(({ check }) => check === 'DUP-TEXT').map(({ subject }) => subject)).toEqual(['柳河镇:东坪镇']);
  });
});
