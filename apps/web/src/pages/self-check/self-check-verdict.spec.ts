import { expect, it } from 'vitest';
import { selfCheckVerdict } from './self-check-verdict';

const said = (errors: number, warnings: number, unread: number) => selfCheckVerdict({ errors, warnings, unread, hints: 4 }).word;

it('says ready only where nothing is wrong, nothing is to be explained, and all was read', () => {
  expect(said(0, 0, 0)).toBe('可以报送');
  expect(said(3, 2, 0)).toBe('有 3 处必须修改，2 处请说明');
  expect(said(0, 2, 0)).toBe('没有必须修改的，2 处请说明');
  expect(said(0, 0, 5)).toBe('没有必须修改的，5 格没有读清');
});
