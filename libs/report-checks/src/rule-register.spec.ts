import { describe, expect, it } from 'vitest';
import { checkIds, checkReport, ruleRegister } from './index';
import { exampleReport } from './example-report';
import { findingsOfExample } from './rule-examples';

describe('the rule register', () => {
  it('has 4 balance rules, 33 further ones and the 4 for prose', () => {
    expect(checkIds).toHaveLength(41);
    expect(Object.keys(ruleRegister).sort()).toEqual([...checkIds].sort());
  });

  it.each(checkIds)('%s: its passing example gives no finding', (check) => {
    expect(findingsOfExample(check, 'passes').map(({ sentence }) => sentence)).toEqual([]);
  });

  it.each(checkIds)('%s: its failing example gives a finding with a whole sentence', (check) => {
    const [finding] = findingsOfExample(check, 'fails');
    expect(finding?.sentence).toMatch(/。$/);
    expect(finding?.sentence).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it('finds nothing in a sound report', () => {
    expect(checkReport(exampleReport({ lastYear: {} })).findings).toEqual([]);
  });

  it('leaves a rule out that the county switched off, and says so with the reason', () => {
    const settings = { 'BLANK-PART': { off: true, reason: '本市要求没有数据的格留空' } };
    const checked = exampleReport({ cells: { 'requests.granted.research': 'blank' } });
    expect(checkReport(checked).findings.map(({ check }) => check)).toEqual(['BLANK-PART']);
    const { findings, verdicts, switchedOff } = checkReport(checked, settings);
    expect(findings).toEqual([]);
    expect(verdicts.some(({ check }) => check === 'BLANK-PART')).toBe(false);
    expect(switchedOff).toEqual([{ check: 'BLANK-PART', name: '空格未填', reason: '本市要求没有数据的格留空' }]);
  });

  it('takes a county’s own severity, but never makes a mere hint worse', () => {
    const settings = { 'HEAD-6': { severity: 'warning', reason: '本县先提醒' } } as const;
    const missing = checkReport(exampleReport({ headings: [1, 2, 3, 4, 6] }), settings).findings;
    expect(missing.map(({ check, severity }) => [check, severity])).toEqual([['HEAD-6', 'warning']]);
  });
});
