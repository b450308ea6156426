import type { OpinionLetter } from '@mingshu/report-checks';
import { AlignmentType, Document, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun, type IRunOptions } from 'docx';
import { withoutClock } from './same-bytes';

/** Names in the order in which an office machine has them; a document names the first, the style the fallbacks of the East Asian text. */
const faces = {
  body: { ascii: 'FangSong', eastAsia: '仿宋', hAnsi: 'FangSong' },
  title: { ascii: '方正小标宋简体', eastAsia: '方正小标宋简体', hAnsi: '方正小标宋简体' },
  heading: { ascii: 'SimHei', eastAsia: '黑体', hAnsi: 'SimHei' },
  number: { ascii: 'SimSun', eastAsia: '宋体', hAnsi: 'SimSun' },
};

/** 22 lines of the 225 mm type area: an exact pitch of 29 pt (GB/T 9704). Sizes are half points: 3号 is 16 pt, 2号 is 22 pt. */
const pitch = { line: 580, lineRule: LineRuleType.EXACT };
const body: IRunOptions = { font: faces.body, size: 32 };
const twoCharacters = { firstLine: 640 };

const line = (text: string, more: Record<string, unknown> = {}, run: IRunOptions = body) =>
  new Paragraph({ spacing: pitch, ...more, children: [new TextRun({ ...run, text })] });

const pageNumber = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.RIGHT ? { right: 320 } : { left: 320 },
        children: [new TextRun({ font: faces.number, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

/**
 * A return's opinion as a letter in the layout of official papers (GB/T 9704-2012): A4, 37/35/28/26 mm, 仿宋 3号 at 29 pt, page number outside below.
 * No red head, document number or seal: these belong to the office's own system. Same letter, same bytes.
 */
export async function writeOpinionDocx(letter: OpinionLetter): Promise<Uint8Array> {
  const points = letter.groups.flatMap(({ heading, points: own }) => [
    line(heading, { indent: twoCharacters, keepNext: true }, { font: faces.heading, size: 32 }),
    ...own.map((text) => line(text, { indent: twoCharacters })),
  ]);
  const document = new Document({
    creator: '',
    title: letter.title,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: body, paragraph: { spacing: pitch } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm', footer: '28mm' },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          line(
            letter.title,
            { alignment: AlignmentType.CENTER, spacing: { line: 660, lineRule: LineRuleType.EXACT } },
            { font: faces.title, size: 44 },
          ),
          line(`（${letter.reference}）`, { alignment: AlignmentType.CENTER, spacing: { ...pitch, after: 580 } }),
          line(letter.addressee),
          line(letter.opening, { indent: twoCharacters }),
          ...points,
          // A signature never stands alone on a page.
          line(letter.closing, { indent: twoCharacters, keepNext: true, keepLines: true }),
          ...letter.notes.map((note) => line(note, { indent: twoCharacters, keepNext: true, keepLines: true })),
          line('', { keepNext: true }),
          line(letter.signature, { alignment: AlignmentType.RIGHT, keepNext: true }),
          line(letter.date, { alignment: AlignmentType.RIGHT, indent: { right: 1280 } }),
        ],
      },
    ],
  });
  return withoutClock(new Uint8Array(await Packer.toBuffer(document)));
}
