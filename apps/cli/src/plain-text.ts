import { cellTitle, cellsOf } from '@mingshu/report-format';
import { ruleRegister, type Untested } from '@mingshu/report-checks';
import type { CheckedFile } from './check-files';
import type { ReadFile } from './files';

const severities = { error: '错误', warning: '疑问', info: '提示' } as const;

/** What was read, for a person at the terminal. */
export function readingText({ file, reading }: ReadFile): string {
  if (reading.kind !== 'report') return `${file}\n  ${reading.kind === 'unreadable' ? '无法读取' : '不是年度报告'}：${reading.sentence}`;
  const states = cellsOf(reading.edition).map((cell) => ({ cell, figure: reading.figures[cell]! }));
  const count = (wanted: (typeof states)[number]['figure']['state']) => states.filter(({ figure }) => figure.state === wanted).length;
  const unclear = states.filter(({ figure }) => figure.state === 'unread' && figure.why === 'unclear');
  const lines = [
    file,
    `  单位：${reading.agency.value ?? '无法确定'}　年度：${reading.year.value ?? '无法确定'}　格式：${reading.edition} 年版${reading.editionPresumed ? '（推定）' : ''}`,
    `  共 ${states.length} 格：数字 ${count('number')}，未填 ${count('blank')}，不适用 ${count('not_applicable')}，未读到 ${count('unread')}`,
    ...unclear.slice(0, 10).map(({ cell, figure }) => `  存疑：${cellTitle(cell)}，原文“${'printed' in figure ? figure.printed : ''}”`),
    ...(unclear.length > 10 ? [`  另有 ${unclear.length - 10} 格存疑`] : []),
    ...reading.remarks.map(({ text }) => `  说明：${text}`),
  ];
  return lines.join('\n');
}

const namesOf = (untested: readonly Untested[]) => [...new Set(untested.map(({ check }) => ruleRegister[check].name))];

/** The findings of a report by severity, each in its one sentence; then what holds and what nobody can judge. */
export function findingsText({ findings, untested, heldCount }: Pick<CheckedFile, 'findings' | 'untested' | 'heldCount'>): string {
  const groups = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    return own.length === 0
      ? []
      : [
          `  ${severities[severity]} ${own.length} 项`,
          ...own.map(({ check, sentence }) => `    （${ruleRegister[check].name}）${sentence}`),
        ];
  });
  const open = untested.reduce((sum, { count }) => sum + count, 0);
  return [
    ...(groups.length > 0 ? groups : ['  校验：未发现问题']),
    `  ${heldCount} 项校验成立${open > 0 ? `，${open} 项无法判定：${namesOf(untested).join('、')}` : ''}`,
  ].join('\n');
}
