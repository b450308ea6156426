import { cellsOf, editions, figureOf, officialTableLayout, slotColumns, type CellCode } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../read-document';

const numbers = Object.fromEntries(
  cellsOf('2021').map((cell, place) => [cell, cell === 'requests.granted.research' ? 'blank' : place * 3 + 1]),
);
const [lineHeight, columnWidth, size, top] = [46, 52, 6, 2000];

/** A page under construction: text in a Chinese font that is named and not embedded, and thin lines. */
class Page {
  content = '';

  text(text: string, x: number, y: number): void {
    const codes = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    this.content += `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET\n`;
  }

  box(left: number, bottom: number, right: number, top: number): void {
    this.content += `${left} ${bottom} m ${right} ${bottom} l S ${left} ${top} m ${right} ${top} l S ${left} ${bottom} m ${left} ${top} l S ${right} ${bottom} m ${right} ${top} l S\n`;
  }
}

/** The report on two or three pages written by hand; table 3 is cut in the middle. */
function pages(isRuled: boolean, isDoubled = false): Page[] {
  const all = [new Page()];
  let y = top;
  const write = (text: string, x: number, height: number) => {
    all.at(-1)!.text(text, x, height);
    if (isDoubled) all.at(-1)!.text(text, x + 0.3, height);
  };
  const line = (text: string) => {
    write(text, 40, y);
    y -= lineHeight;
  };
  line('清河县柳河镇人民政府2024年政府信息公开工作年度报告');
  for (const { heading, table } of editions['2021'].sections) {
    line(heading);
    if (!table) line('这一部分是文字。');
    for (const grid of table ? officialTableLayout('2021', table) : []) {
      if (grid.caption) line(grid.caption);
      const columns = slotColumns(grid);
      grid.rows.forEach((slots, row) => {
        if (table === 'requests' && row === 14) {
          write('— 1 —', 400, 20);
          all.push(new Page());
          y = top;
        }
        slots.forEach(({ text, cell, rowspan, colspan }, place) => {
          const left = 40 + columns[row]![place]! * columnWidth;
          const isCut = table === 'requests' && row < 14 && row + rowspan > 14;
          const height = (isCut ? 14 - row : rowspan) * lineHeight;
          const printed = cell ? (numbers[cell] === 'blank' ? '' : String(numbers[cell])) : (text ?? '');
          if (isRuled) all.at(-1)!.box(left, y - height + 12, left + colspan * columnWidth, y + 12);
          const lines = printed.match(new RegExp(`.{1,${Math.floor((colspan * columnWidth - 6) / size)}}`, 'gu')) ?? [];
          lines.forEach((part, place) => write(part, left + 4, y - place * 7));
        });
        y -= lineHeight;
      });
      y -= 8;
    }
  }
  return all;
}

/** A PDF file around pages, its offsets counted. */
function pdf(all: readonly Page[]): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${all.map((_, index) => `${6 + 2 * index} 0 R`).join(' ')}]/Count ${all.length}>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 939 500]>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    ...all.flatMap(({ content }, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 2030]/Resources<</Font<</F1 3 0 R>>>>/Contents ${7 + 2 * index} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}endstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new TextEncoder().encode(text);
}

const read = async (bytes: Uint8Array) => {
  const reading = await readDocument(bytes);
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return { reading, values: Object.fromEntries(cellsOf('2021').map((cell: CellCode) => [cell, figureOf(reading.figures[cell]!)])) };
};

describe('a PDF', () => {
  it('with ruled tables, cut by a page, is read completely, a blank as blank, each cell with page and box', async () => {
    const { reading, values } = await read(pdf(pages(true)));
    expect(values).toEqual(numbers);
    expect([reading.agency.value, reading.year.value, reading.edition]).toEqual(['清河县柳河镇人民政府', 2024, '2021']);
    expect(reading.figures['requests.new_received.natural_person']).toMatchObject({ place: { kind: 'page', page: 1 } });
    expect(reading.figures['requests.carried_out.total']).toMatchObject({ place: { kind: 'page', page: 2 } });
  });

  it('with bold made by printing twice is read once', async () => {
    expect((await read(pdf(pages(true, true)))).values).toEqual(numbers);
  });

  it('without rulings gives what is certain, and nothing wrong', async () => {
    const { values } = await read(pdf(pages(false)));
    const wrong = Object.entries(values).filter(([cell, value]) => typeof value === 'number' && value !== numbers[cell]);
    expect(wrong).toEqual([]);
    expect(Object.values(values).filter((value) => typeof value === 'number').length).toBeGreaterThan(190);
  });
});
