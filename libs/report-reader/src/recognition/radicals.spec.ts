import { expect, it } from 'vitest';
import { openDocument } from '../opening/open-document';
import { normalise } from './normalise';
import { withoutRadicals } from './radicals';

const signs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => String.fromCodePoint(from + place)).filter((sign) => /\p{Assigned}/u.test(sign));

it('writes each of 329 radicals as the character it looks like; the last of 330 is half a stroke and stands for none', () => {
  const all = [...signs(0x2e80, 0x2ef3), ...signs(0x2f00, 0x2fd5)];
  expect(all).toHaveLength(329);
  expect(all.filter((sign) => /[\u2e80-\u2fd5]/.test(withoutRadicals(sign)))).toEqual(['⺀']);
  expect(all.filter((sign) => !/^\p{Unified_Ideograph}$/u.test(withoutRadicals(sign)))).toEqual(['⺀']);
});

it('knows the simplified ones, and 户 as Chinese typefaces draw it', () => {
  expect(withoutRadicals('⻩⻓⻔⻋⻅⻆⻉⻘⻚⻛⻜⻝⻢⻤⻥⻦⻧⻨⻬⻮⻰⻳⺠⻄⼾⾦⽔')).toBe(
    '黄长门车见角贝青页风飞食马鬼鱼鸟卤麦齐齿龙龟民西户金水',
  );
  expect(normalise('清河县⻩⻢镇')).toBe('清河县黄马镇');
});

it('leaves none in what is kept of a document, its sentences and title too', async () => {
  const page =
    '<html><head><title>⻩⻢镇</title></head><body><p>⻩⻢镇⼾籍</p><table><tr><td>⾏政</td><td>1</td></tr></table></body></html>';
  const opened = await openDocument(new TextEncoder().encode(page));
  expect(JSON.stringify(opened)).toContain('黄马镇户籍');
  expect(JSON.stringify(opened)).not.toMatch(/[\u2e80-\u2fd5]/);
});
