import type { Block, GridCell, OpenedDocument } from '../../document';

const separatorLine = /^[\s|:+—=-]*-{2,}[\s|:+—=-]*$/;

/** The fields of a table line, `undefined` for prose. Tabs part fields; so do pipes, with or without pipes at the ends. */
function fieldsOf(line: string): string[] | undefined {
  if (line.includes('\t')) return line.split('\t');
  const trimmed = line.trim();
  const pipes = trimmed.replaceAll('\\|', '').split(/[|｜│┃]/).length - 1;
  if (pipes === 0 || (pipes === 1 && !/^[|｜]|[|｜]$/.test(trimmed))) return undefined;
  return trimmed
    .replace(/^[|｜│┃](?=.)/, '')
    .replace(/[|｜│┃]$/, '')
    .split(/[|｜│┃]/);
}

/** Markdown marks around a text: heading signs, bold, a quotation's arrow. */
const withoutMarks = (line: string) =>
  line
    .replace(/^\s{0,3}(#{1,6}|>)\s*/, '')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/\\([|*_#.])/g, '$1')
    .trim();

/** Plain text and Markdown. Lines with tabs or pipes become grids whose geometry is not to be trusted. */
export function openText(text: string): OpenedDocument {
  const blocks: Block[] = [];
  let rows: GridCell[][] = [];
  const endGrid = () => {
    if (rows.length > 0) blocks.push({ kind: 'grid', isExact: false, rows });
    rows = [];
  };
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r|\u2028|\f/)
    .forEach((line, index) => {
      const number = index + 1;
      if (line.trim() === '' && !line.includes('\t')) return;
      if (/^[\s|:+-]+$/.test(line) && separatorLine.test(line)) return;
      const fields = fieldsOf(line);
      if (fields) {
        const row = rows.length;
        rows.push(
          fields.map((text, column) => ({
            row,
            column,
            rowspan: 1,
            colspan: 1,
            text: withoutMarks(text),
            place: { kind: 'line', line: number, field: column + 1 },
          })),
        );
        return;
      }
      endGrid();
      const text = withoutMarks(line);
      if (text !== '')
        blocks.push({ kind: /^\s{0,3}#{1,6}\s/.test(line) ? 'heading' : 'paragraph', text, place: { kind: 'line', line: number } });
    });
  endGrid();
  return { kind: 'opened', type: 'text', blocks, traits: { scripts: 0, links: [], pictures: 0 } };
}
