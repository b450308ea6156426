import { expect, it } from 'vitest';
import { queryText } from './call';

it('joins lists and leaves out what is absent', () => {
  expect(queryText({ kinds: ['镇', '乡'], agencies: [], from: 2019, to: undefined })).toBe(
    new URLSearchParams({ kinds: '镇,乡', from: '2019' }).toString(),
  );
});
