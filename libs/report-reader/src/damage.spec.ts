import {
  cellsOf,
  editionForYear,
  editions,
  figureOf,
  officialTableLayout,
  slotColumns,
  type CellCode,
  type EditionId,
  type ReportReading,
} from '@mingshu/report-format';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

type Numbers = Record<string, number>;

/** Balanced figures that are all different enough for a shifted column to be seen. */
function figuresOf(edition: EditionId, seed: number): Numbers {
  const numbers: Numbers = Object.fromEntries(
    cellsOf(edition).map((cell, place) => [cell, cell.startsWith('requests.') ? 0 : (place * 7 + seed) % 53]),
  );
  const { rows, columns } = editions[edition].tables.requests;
  const parts = columns.slice(0, -1);
  const outcomes = rows.filter(({ within, code }) => within !== 'year' && code !== 'settled');
  parts.forEach(({ code: part }, place) => {
    outcomes.forEach(({ code }, row) => (numbers[`requests.${code}.${part}`] = (row * 5 + place * 11 + seed) % 19));
    const settled = outcomes.reduce((sum, { code }) => sum + numbers[`requests.${code}.${part}`]!, 0);
    Object.assign(numbers, {
      [`requests.settled.${part}`]: settled,
      [`requests.carried_in.${part}`]: place + 1,
      [`requests.carried_out.${part}`]: 2 * place + 3,
      [`requests.new_received.${part}`]: settled + place + 2,
    });
  });
  for (const { code } of rows)
    numbers[`requests.${code}.total`] = parts.reduce((sum, { code: part }) => sum + numbers[`requests.${code}.${part}`]!, 0);
  return numbers;
}

type Line = readonly string[];

/** The fields of every line of the three tables, under their headings. */
function linesOf(edition: EditionId, numbers: Numbers): { heading: string; lines: Line[] }[] {
  return editions[edition].sections.map(({ heading, table }) => ({
    heading,
    lines: table
      ? officialTableLayout(edition, table).flatMap((grid): Line[] => {
          const columns = slotColumns(grid);
          const lines = grid.rows.map((slots, row) => {
            const fields = Array.from({ length: grid.columns }, () => '');
            slots.forEach(({ text, cell }, place) => (fields[columns[row]![place]!] = cell ? String(numbers[cell]) : (text ?? '')));
            return fields;
          });
          return grid.caption ? [[grid.caption], ...lines] : lines;
        })
      : [],
  }));
}

const document = (year: number, parts: { heading: string; lines: Line[] }[], write: (line: Line) => string) =>
  [
    `清河县柳河镇人民政府${year}年政府信息公开工作年度报告`,
    '',
    ...parts.flatMap(({ heading, lines }) => [heading, '', ...(lines.length ? lines.map(write) : ['本部分的文字内容。']), '']),
  ].join('\n');

async function read(text: string | Uint8Array): Promise<ReportReading> {
  const reading = await readDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (reading.kind !== 'report') throw new Error(reading.sentence);
  return reading;
}

const withoutBlanks = (line: Line) => line.filter((field) => field !== '');
const values = ({ figures, edition }: ReportReading) =>
  Object.fromEntries(cellsOf(edition).map((cell) => [cell, figureOf(figures[cell]!)]));

/** Cells that came out as another number than was printed. */
const wrong = (reading: ReportReading, numbers: Numbers) =>
  Object.entries(reading.figures).filter(([cell, figure]) => figure.state === 'number' && figure.value !== numbers[cell]);

describe.each([2020, 2024])('a report of %i', (year) => {
  const edition = editionForYear(year)!;
  const numbers = figuresOf(edition, year);
  const parts = linesOf(edition, numbers);
  const shapes: Record<string, (line: Line) => string> = {
    'with tabs': (line) => line.join('\t'),
    'with pipes': (line) => `| ${line.join(' | ')} |`,
    'with pipes, merged cells leaving nothing': (line) => `${withoutBlanks(line).join(' | ')} |`,
    'with one value a line': (line) =>
      withoutBlanks(line)
        .map((field) => `${field} |`)
        .join('\n'),
    'with one cell a paragraph': (line) => withoutBlanks(line).join('\n\n'),
    'with spaces only': (line) => withoutBlanks(line).join(' '),
    'with full-width digits': (line) =>
      line
        .map((field) =>
          /^\d+$/.test(field) ? [...field].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('') : field,
        )
        .join('\t'),
    'with a unit in every cell of table 3': (line) =>
      line.map((field) => (/^\d+$/.test(field) && line.length === 10 ? `${field}件` : field)).join('\t'),
  };

  it.each(Object.entries(shapes))('%s is read completely', async (_, write) => {
    const reading = await read(document(year, parts, write));
    expect(values(reading)).toEqual(numbers);
    expect([reading.agency.value, reading.year.value, reading.edition, reading.editionPresumed]).toEqual([
      '清河县柳河镇人民政府',
      year,
      edition,
      false,
    ]);
  });

  it('in GB18030 and in UTF-16 is read completely', async () => {
    const text = document(year, parts, (line) => line.join('\t'));
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...text].map((character) => character.charCodeAt(0))).buffer),
    ]);
    expect(values(await read(utf16))).toEqual(numbers);
  });

  it('never gives a wrong number when rows are dropped, labels are blanked and lines are cut', async () => {
    const requestLines = parts[2]!.lines;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            line: fc.nat(requestLines.length - 1),
            how: fc.constantFrom('drop', 'unlabel', 'cut', 'blank line', 'repeat header', 'page number'),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (damages) => {
          const lines = requestLines.flatMap((line, index): Line[] => {
            const how = damages.find((damage) => damage.line === index)?.how;
            if (how === 'drop') return [];
            if (how === 'unlabel') return [line.map((field) => (/^\d+$/.test(field) ? field : ''))];
            if (how === 'cut') return [withoutBlanks(line).slice(0, 4), withoutBlanks(line).slice(4)];
            if (how === 'blank line') return [line, ['']];
            if (how === 'repeat header') return [...requestLines.slice(0, 3), line];
            if (how === 'page number') return [line, ['— 4 —']];
            return [line];
          });
          const damaged = parts.map((part, place) => (place === 2 ? { ...part, lines } : part));
          expect(wrong(await read(document(year, damaged, (line) => line.join('\t'))), numbers)).toEqual([]);
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  it('marks a row unclear, and proposes the repair, where a number is split in two', async () => {
    const lines = parts[2]!.lines.map((line) =>
      line.some((field) => field.includes('新收'))
        ? [...line.slice(0, 3), line[3]!.slice(0, 1), line[3]!.slice(1), ...line.slice(4)]
        : line,
    );
    const reading = await read(
      document(
        year,
        parts.map((part, place) => (place === 2 ? { ...part, lines } : part)),
        (line) => line.join('\t'),
      ),
    );
    expect(reading.figures['requests.new_received.natural_person']).toMatchObject({ state: 'unread', why: 'unclear' });
    expect(reading.remarks.find(({ code }) => code === 'SPLIT-DIGITS')?.text).toContain('疑似一个数被拆成两个');
    expect(wrong(reading, numbers)).toEqual([]);
  });
});

describe('a web page', () => {
  const numbers = figuresOf('2021', 3);
  const table = (grid: ReturnType<typeof officialTableLayout>[number], cell: (code: CellCode) => string) =>
    `${grid.caption ? `<p>${grid.caption}</p>` : ''}<table>${grid.rows.map((slots) => `<tr>${slots.map(({ text, cell: code, rowspan, colspan }) => `<td rowSpan=${rowspan} colSpan=${colspan}><p><span>${code ? cell(code) : text}</span></p></td>`).join('')}</tr>`).join('')}</table>`;
  const page = (cell: (code: CellCode) => string = (code) => String(numbers[code])) =>
    `<html><head><meta charset="utf-8"></head><body><table><tr><td>首页</td><td><h1>清河县柳河镇人民政府2024年政府信息公开工作年度报告</h1>${editions[
      '2021'
    ].sections
      .map(
        ({ heading, table: code }) =>
          `<h2>${heading}</h2>${
            code
              ? officialTableLayout('2021', code)
                  .map((grid) => table(grid, cell))
                  .join('')
              : '<p>文字。</p>'
          }`,
      )
      .join('')}</td></tr></table></body></html>`;

  it('inside a layout table is read completely, each cell with its table, row and column', async () => {
    const reading = await read(page());
    expect(values(reading)).toEqual(numbers);
    expect(reading.figures['requests.new_received.natural_person']).toMatchObject({ place: { kind: 'grid', row: 4, column: 4 } });
  });

  it('keeps blank, not applicable, notes, words and fractions apart', async () => {
    const prints: Record<string, string> = {
      'requests.granted.natural_person': '&nbsp;',
      'requests.granted.enterprise': '/',
      'requests.granted.research': '5（其中修订2件）',
      'requests.granted.public_welfare': '本年未制作',
      'requests.granted.legal_service': '1.5',
      'disclosure.a20_8.admin_fee.fee_amount': '70000元',
    };
    const { figures } = await read(page((code) => prints[code] ?? String(numbers[code])));
    const shown = Object.keys(prints).map((code) => figures[code as CellCode]);
    expect(shown).toMatchObject([
      { state: 'blank' },
      { state: 'not_applicable', printed: '/' },
      { state: 'number', value: 5, note: '其中修订2件' },
      { state: 'unread', why: 'unclear', printed: '本年未制作' },
      { state: 'unread', why: 'unclear', printed: '1.5' },
      { state: 'number', value: 7, unit: '元', printed: '70000元' },
    ]);
  });

  it('that holds only its headings has figures that were not found, and no zero', async () => {
    const reading = await read(
      `<html><body><h1>清河县柳河镇人民政府2024年政府信息公开工作年度报告</h1>${editions['2021'].sections.map(({ heading }) => `<h2>${heading}</h2><p>见附件图片，具体内容请查看附件。</p>`).join('')}</body></html>`,
    );
    expect(Object.values(reading.figures).every((figure) => figure.state === 'unread' && figure.why === 'not_found')).toBe(true);
  });
});
