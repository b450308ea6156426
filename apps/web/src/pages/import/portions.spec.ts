import { expect, it } from 'vitest';
import { isCompanion } from './dropped-files';
import { portionsOf } from './portions';

const files = (count: number, size: number) => Array.from({ length: count }, (_, at) => ({ file: { size } as File, path: `${at}` }));

it('sends 500 files in requests of 20, none lost, in their order', () => {
  const portions = portionsOf(files(500, 1000));
  expect(portions.map(({ length }) => length)).toEqual(Array(25).fill(20));
  expect(portions.flat().map(({ path }) => path)).toEqual(files(500, 1).map(({ path }) => path));
});

it('sends large files in smaller requests', () => {
  expect(portionsOf(files(5, 15 * 1024 * 1024)).map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(portionsOf([])).toEqual([]);
});

it('leaves companions of files where they are', () => {
  expect(['Thumbs.db', '.DS_Store', '~$年报.docx', '._年报.docx', '年报.docx'].map(isCompanion)).toEqual([true, true, true, true, false]);
});
