import { expect, it } from 'vitest';
import { looseLine } from '../page/loose-lines';
import { labelBegins, partedByColumns, partedByLabels, partedByName, partedHeader, type PlacedPiece } from './parted-pieces';

const piece = (text: string, left: number, right: number): PlacedPiece => ({
  text,
  left,
  right,
  place: { kind: 'page', page: 1, box: [left, 10, right, 20] },
});
const close = (...parts: readonly PlacedPiece[]): PlacedPiece => ({
  ...piece(parts.map(({ text }) => text).join(''), parts[0]!.left, parts.at(-1)!.right),
  parts,
});
const texts = (line: readonly PlacedPiece[]) => line.map(({ text }) => text);
const columns = [
  { left: 100, right: 136 },
  { left: 140, right: 176 },
];

it('parts figures that stand close together only where they stand in two columns', () => {
  const two = close(piece('58,286', 100, 136), piece('12,956', 139, 175));
  expect(texts(partedByColumns([two], columns))).toEqual(['58,286', '12,956']);
  const one = close(piece('12', 141, 151), piece('956', 154, 169));
  expect(texts(partedByColumns([one], columns))).toEqual(['12956']);
});

it('leaves figures together of which one stands in no column', () => {
  const wide = close(piece('4', 138, 139), piece('956', 142, 160));
  expect(texts(partedByColumns([wide], columns))).toEqual(['4956']);
});

it('cuts no figure that begins in front of the first column', () => {
  const cut = close(piece('国家秘密', 40, 80), piece('12', 83, 93), piece('956', 101, 116));
  expect(texts(partedByColumns([cut], columns))).toEqual(['国家秘密12956']);
  const whole = close(piece('国家秘密', 40, 80), piece('956', 101, 116));
  expect(texts(partedByColumns([whole], columns))).toEqual(['国家秘密', '956']);
});

it('takes the figures off the name of a row, and off no other words', () => {
  const row = close(piece('行政许可', 40, 80), piece('17', 83, 95), piece('4', 98, 104));
  expect(texts(partedByName([row]))).toEqual(['行政许可', '174']);
  expect(texts(partedByName([row])[1]!.parts!)).toEqual(['17', '4']);
  expect(texts(partedByName([close(piece('公开信息', 40, 80), piece('17', 83, 95))]))).toEqual(['公开信息17']);
});

it('keeps the name of a group together over the columns it stands over', () => {
  const group = close(piece('行政', 100, 130), piece('诉讼', 146, 176));
  const names = close(piece('结果维持', 100, 136), piece('结果纠正', 140, 176));
  expect(texts(partedHeader([group], columns))).toEqual(['行政诉讼']);
  expect(texts(partedHeader([names], columns))).toEqual(['结果维持', '结果纠正']);
});

it('knows a number by the word it touches', () => {
  const glyphs = [...'其他57'].map((text, place) => ({ text, left: 40 + 8 * place, right: 48 + 8 * place, middle: 15, size: 8 }));
  const { pieces } = looseLine({ glyphs, middle: 15 }, 1, 0, 500);
  expect(texts(pieces)).toEqual(['其他57']);
  expect(texts(partedByName(pieces))).toEqual(['其他', '57']);
});

it('parts the name of a group from the label behind it, where labels of other lines begin', () => {
  const labels = [
    close(piece('三、本年度办理结果', 20, 90), piece('（一）予以公开', 93, 150)),
    piece('（二）部分公开', 93, 150),
    piece('（七）总计', 93, 130),
  ];
  const item = close(piece('8.', 120, 126), piece('属于行政查询事项', 128, 190));
  const begins = labelBegins([...labels, item]);
  expect(texts(partedByLabels([labels[0]!, item], begins))).toEqual(['三、本年度办理结果', '（一）予以公开', '8.属于行政查询事项']);
});
