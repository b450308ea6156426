import { expect, it } from 'vitest';
import { looseBlocks, looseLine } from './loose-lines';

const size = 8;
/** A line of texts, each from a position on, every character as wide as it is high. */
const line = (middle: number, ...texts: readonly (readonly [string, number])[]) =>
  looseLine(
    {
      middle,
      glyphs: texts.flatMap(([text, left]) =>
        [...text].map((character, place) => ({
          text: character,
          left: left + size * place,
          right: left + size * (place + 1),
          middle,
          size,
        })),
      ),
    },
    1,
    20,
    188,
  );

it('takes names of columns that stand close together for a header, be they as wide as a sentence: a column may be blank', () => {
  const blocks = looseBlocks([
    line(10, ['商业企业', 100], ['科研机构', 136], ['总计', 172]),
    line(24, ['重复申请', 20], ['7', 100], ['9', 172]),
    line(38, ['要求提供公开出版物', 20], ['2', 100], ['5', 172]),
  ]);
  expect(blocks.map((block) => (block.kind === 'grid' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text))).toEqual([
    [
      ['', '商业企业', '科研机构', '总计'],
      ['重复申请', '7', '', '9'],
      ['要求提供公开出版物', '2', '', '5'],
    ],
  ]);
});
