import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { figureOf } from '@mingshu/report-format';
import { describe, expect, it } from 'vitest';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

const scan = readFileSync(fileURLToPath(new URL('../fixtures/scans/2024-clean/document.pdf', import.meta.url)));
const expected = JSON.parse(readFileSync(fileURLToPath(new URL('../fixtures/scans/2024-clean/scan.json', import.meta.url)), 'utf8')) as {
  figures: Record<string, unknown>;
};
const scansOf = async ({ address }: RunningServer) => ((await (await fetch(`${address}/api/health`)).json()) as { scans: string }).scans;
const beside = { name: '石桥.txt', bytes: reportText({ agency: '石桥街道办事处', year: 2024 }) };

describe('a scan handed in', () => {
  it('is read in its turn while documents with text go on, or goes to a person where nothing reads scans', async () => {
    const server = await startServer();
    try {
      await server.clerk.importRoster(rosterCsv);
      const done = await server.clerk.handInAndWait([{ name: '扫描件.pdf', bytes: scan }, beside]);
      const [read, text] = [done.get('扫描件.pdf')!, done.get('石桥.txt')!];
      expect(text.status).toBe('read');
      const scans = await scansOf(server);
      if (scans === 'absent') {
        console.warn('!! the parts that read scans are not installed here');
        expect(process.env.CI).not.toBe('true');
        expect([read.status, read.reason]).toEqual(['unreadable', 'scanned']);
        return;
      }
      expect([scans, read.status, read.year, read.sentence]).toEqual(['on', 'read', 2024, expect.any(String)]);
      expect(Date.parse(text.finishedAt!)).toBeLessThan(Date.parse(read.finishedAt!));
      const report = await server.clerk.call('report', { path: { agencyId: read.agencyId!, year: 2024 }, query: {} });
      const wrong = Object.entries(report.figures).filter(
        ([cell, figure]) => figure.state !== 'unread' && figureOf(figure) !== expected.figures[cell],
      );
      expect(wrong).toEqual([]);
    } finally {
      await server.stop();
    }
  });

  it('goes to manual entry with a sentence where scans are switched off', async () => {
    const server = await startServer({ SCANS: 'off' });
    try {
      const done = await server.clerk.handInAndWait([{ name: '扫描件.pdf', bytes: scan }]);
      expect(done.get('扫描件.pdf')).toMatchObject({
        status: 'unreadable',
        reason: 'scanned',
        sentence: expect.stringContaining('手工录入'),
      });
      expect(await scansOf(server)).toBe('off');
    } finally {
      await server.stop();
    }
  });
});
