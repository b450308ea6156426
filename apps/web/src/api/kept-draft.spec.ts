import { nextTick } from 'vue';
import { beforeEach, expect, it } from 'vitest';
import { keptDraft } from './kept-draft';
import { user } from './session';

beforeEach(() => {
  localStorage.clear();
  user.value = {
    id: 'li',
    name: '李明',
    role: 'reviewer',
    agencyId: null,
    mustChangePassword: false,
    countyName: '清河县',
    idleMinutes: 30,
  };
});

it('gives back what was typed and not sent, to the same person alone', async () => {
  keptDraft('a').text.value = '经核实';
  await nextTick();
  expect(keptDraft('a').text.value).toBe('经核实');
  expect(keptDraft('b').text.value).toBe('');
  user.value = { ...user.value!, id: 'wang' };
  expect(keptDraft('a').text.value).toBe('');
});

it('forgets what has been taken over', async () => {
  const draft = keptDraft('a');
  draft.text.value = '经核实';
  await nextTick();
  draft.forget();
  await nextTick();
  expect(keptDraft('a').text.value).toBe('');
  expect(localStorage.length).toBe(0);
});
