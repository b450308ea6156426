import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  findingStatesOf,
  isOpen,
  openCounts,
  type FindingDeed,
  type FindingFacts,
  type FormerFinding,
  type KeyedFinding,
} from './finding-state';
import { signingObstacles } from './sign-off';
import type { Severity } from './check-id';
import type { Finding } from './finding';

const finding = (severity: Severity): Finding => ({
  check: severity === 'error' ? 'T3-SUM' : 'T4-SUM',
  severity,
  cells: [],
  expected: 8,
  found: 7,
  sentence: '表三「总计」列应为 8，填写 7（少 1）。',
});
const keyed = (key: string, fingerprint: string, severity: Severity = 'warning'): KeyedFinding => ({
  key,
  fingerprint,
  finding: finding(severity),
});
const deed = (
  kind: FindingDeed['kind'],
  key: string,
  fingerprint: string,
  version: number,
  more: Partial<FindingDeed> = {},
): FindingDeed => ({
  ...keyed(key, fingerprint),
  kind,
  version,
  id: `${kind}-${key}-${version}`,
  ...more,
});
const stateIn = (facts: Partial<FindingFacts>) =>
  findingStatesOf({ version: 1, standing: [], former: [], deeds: [], ...facts }).map(({ key, state }) => [key, state]);

it('keeps an explanation over a new version with the same figures, and asks again when they change', () => {
  const deeds = [deed('explained', 'a', '23=20+3', 1)];
  expect(stateIn({ version: 2, standing: [keyed('a', '23=20+3')], deeds })).toEqual([['a', 'explained']]);
  expect(stateIn({ version: 3, standing: [keyed('a', '24=20+3')], deeds })).toEqual([['a', 'reopened']]);
  expect(stateIn({ version: 4, standing: [keyed('a', '23=20+3')], deeds })).toEqual([['a', 'explained']]);
});

it('ends a finding by itself when the new version no longer shows it', () => {
  const former: FormerFinding[] = [{ ...keyed('a', 'x'), version: 1 }];
  expect(stateIn({ version: 2, former })).toEqual([['a', 'resolved']]);
});

it('does not call resolved what a switched-off rule no longer looks at', () => {
  const former: FormerFinding[] = [{ ...keyed('a', 'x'), version: 1 }];
  expect(stateIn({ version: 2, former, switchedOff: new Set(['T4-SUM']) })).toEqual([]);
});

it('is returned while the returned version stands; in the next one it is open again and remembers', () => {
  const deeds = [deed('returned', 'a', 'x', 1)];
  expect(stateIn({ version: 1, standing: [keyed('a', 'x', 'error')], deeds })).toEqual([['a', 'returned']]);
  const [stated] = findingStatesOf({ version: 2, standing: [keyed('a', 'x', 'error')], former: [], deeds });
  expect(stated).toMatchObject({ state: 'open', returnedFor: 1 });
});

it('falls back to the answer before when a return is taken back', () => {
  const deeds = [deed('explained', 'a', 'x', 1), deed('returned', 'a', 'x', 1, { isUndone: true })];
  expect(stateIn({ standing: [keyed('a', 'x')], deeds })).toEqual([['a', 'explained']]);
});

it('never lets an explanation stand for an error, not even when the rule was made graver later', () => {
  expect(stateIn({ standing: [keyed('a', 'x', 'error')], deeds: [deed('explained', 'a', 'x', 1)] })).toEqual([['a', 'reopened']]);
  expect(stateIn({ standing: [keyed('a', 'x', 'error')], deeds: [deed('waived', 'a', 'x', 1)] })).toEqual([['a', 'waived']]);
});

it('names each reason against signing, and none when all is answered', () => {
  const stated = findingStatesOf({
    version: 1,
    standing: [keyed('a', 'x', 'error'), keyed('b', 'x', 'error'), keyed('c', 'x'), keyed('d', 'x', 'info')],
    former: [],
    deeds: [deed('returned', 'b', 'x', 1)],
  });
  expect(signingObstacles({ stated, unclearCells: 4, handItems: 1 }).map(({ sentence }) => sentence)).toEqual([
    '还有 1 处错误没有改正，也没有豁免。',
    '还有 1 处疑问没有说明，也没有豁免。',
    '已退回 2 处，单位还没有报送新的版本。',
    '有 4 格存疑或未读到，请先核对原件并补正。',
  ]);
  expect(signingObstacles({ stated: stated.slice(3), unclearCells: 0, handItems: 0 })).toEqual([]);
});

const keys = fc.constantFrom('a', 'b', 'c');
const prints = fc.constantFrom('x', 'y');
const severities = fc.constantFrom<Severity>('error', 'warning', 'info');
const facts = fc
  .record({
    version: fc.integer({ min: 1, max: 3 }),
    standing: fc.uniqueArray(fc.tuple(keys, prints, severities), { selector: ([key]) => key }),
    former: fc.array(fc.tuple(keys, prints, severities)),
    deeds: fc.array(
      fc.tuple(
        fc.constantFrom<FindingDeed['kind']>('explained', 'waived', 'withdrawn', 'returned'),
        keys,
        prints,
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
      ),
    ),
  })
  .map(({ version, standing, former, deeds }): FindingFacts => ({
    version,
    standing: standing.map((one) => keyed(...one)),
    former: former.map((one) => ({ ...keyed(...one), version: 1 })),
    deeds: deeds.map(([kind, key, fingerprint, of, isUndone], place) =>
      deed(kind, key, fingerprint, Math.min(of, version), { id: `${place}`, isUndone }),
    ),
  }));

it('gives every finding exactly one state, and states that agree with what is shown and what was done', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const stated = findingStatesOf(given);
      const shown = new Map(given.standing.map((one) => [one.key, one]));
      expect(new Set(stated.map(({ key }) => key)).size).toBe(stated.length);
      for (const { key, state, finding: said } of stated) {
        expect(state === 'resolved').toBe(!shown.has(key));
        if (state === 'explained') expect(said.severity).not.toBe('error');
        if (state === 'explained' || state === 'waived')
          expect(given.deeds.some((one) => one.key === key && one.kind === state && one.fingerprint === shown.get(key)!.fingerprint)).toBe(
            true,
          );
        if (state === 'returned')
          expect(
            given.deeds.some((one) => one.key === key && one.kind === 'returned' && !one.isUndone && one.version === given.version),
          ).toBe(true);
        if (state === 'no_action') expect(said.severity).toBe('info');
      }
      const { errors, warnings, returned } = openCounts(stated);
      const mayBeSigned = signingObstacles({ stated, unclearCells: 0, handItems: 0 }).length === 0;
      expect(mayBeSigned).toBe(errors + warnings + returned === 0);
      expect(stated.filter(isOpen).length).toBeGreaterThanOrEqual(errors + warnings);
    }),
  );
});

it('keeps an answer when a new version changes nothing under it, and reopens it when something changed', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const next = findingStatesOf({ ...given, version: given.version + 1 });
      for (const { key, state, finding: said } of findingStatesOf(given)) {
        const after = next.find((one) => one.key === key)!.state;
        if (state === 'explained' || state === 'waived' || state === 'resolved') expect(after).toBe(state);
        if (state === 'returned') expect(after).toBe(said.severity === 'info' ? 'no_action' : 'open');
      }
      const changed = findingStatesOf({
        ...given,
        standing: given.standing.map((one) => ({ ...one, fingerprint: `${one.fingerprint}'` })),
      });
      expect(changed.some(({ state }) => state === 'explained' || state === 'waived')).toBe(false);
    }),
  );
});
