import { expect, it } from 'vitest';
import { BadSetting, readSettings } from './settings';

it('names the setting that cannot be used', () => {
  expect(() => readSettings({ PORT: 'eighty' })).toThrow(BadSetting);
  expect(() => readSettings({ PORT: '70000' })).toThrow(/PORT/);
  expect(() => readSettings({ DATABASE_URL: 'mysql://localhost/x' })).toThrow(/DATABASE_URL/);
  expect(() => readSettings({ MINGSHU_ADMIN_PASSWORD: 'short' })).toThrow(/MINGSHU_ADMIN_PASSWORD/);
});

it('takes an empty value as absent and has usual values for all', () => {
  expect(readSettings({ PORT: '', MINGSHU_SAMPLE: '' })).toMatchObject({ port: 3000, hasSample: true, redisUrl: undefined });
});
