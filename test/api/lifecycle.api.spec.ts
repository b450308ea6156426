import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start, top, until } from '../support/programs';
import { reportText, rosterCsv } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

/** Processes of this system whose command line or working folder speaks of a folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return command.includes(folder) ? [command] : [];
      } catch {
        return [];
      }
    });
}

describe('a server that is stopped and started', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
    await server.clerk.importRoster(rosterCsv);
    await server.clerk.handInAndWait([{ name: 'a.txt', bytes: reportText({ agency: '柳河镇人民政府', year: 2024 }) }]);
  });
  afterAll(() => server.stop());

  it('leaves no process behind on SIGTERM, and has its data at the next start', async () => {
    expect(processesOf(server.dataFolder).length).toBeGreaterThan(0);
    expect(await server.program.end('SIGTERM')).toBe(0);
    expect(processesOf(server.dataFolder)).toEqual([]);
    server = await server.again();
    expect((await server.clerk.call('submissions', { query: {} })).counts.read).toBe(1);
  });

  it('starts again after kill -9, with its data, and stops the database left behind', async () => {
    await server.program.end('SIGKILL');
    expect(processesOf(server.dataFolder).length).toBeGreaterThan(0);
    server = await server.again();
    expect((await server.clerk.call('submissions', { query: {} })).counts.read).toBe(1);
    await server.program.end('SIGINT');
    expect(processesOf(server.dataFolder)).toEqual([]);
    server = await server.again();
  });

  it('refuses to work on a folder that another one works on', async () => {
    const second = start(process.execPath, [join(top, 'apps/server/dist/main.js')], {
      PORT: '0',
      DATA_DIR: server.dataFolder,
      MINGSHU_SAMPLE: 'off',
    });
    expect(await second.ended).toBe(1);
    expect(second.printed).toContain('正由另一个明数程序');
  });
});

describe('a bad setting', () => {
  it.each([
    ['PORT', 'eighty'],
    ['REDIS_URL', 'nowhere'],
    ['MINGSHU_SAMPLE', 'maybe'],
  ])('%s=%s stops the start with its name', async (name, value) => {
    const program = start(process.execPath, [join(top, 'apps/server/dist/main.js')], { [name]: value });
    expect(await program.ended).toBe(1);
    expect(program.printed).toContain(name);
  });
});

describe('a worker killed in the middle', () => {
  it('loses nothing and doubles nothing', async () => {
    const server = await startServer();
    try {
      await server.clerk.importRoster(rosterCsv);
      // The whole server is killed while documents are being read; what it had accepted is read after the next start.
      const files = Array.from({ length: 24 }, (_, index) => ({
        name: `${index}.txt`,
        bytes: reportText({ agency: ['柳河镇人民政府', '石桥街道办事处', '清河县教育局'][index % 3]!, year: 2019 + Math.floor(index / 3) }),
      }));
      const { submissions } = await server.clerk.handIn(files);
      expect(submissions).toHaveLength(24);
      await server.program.end('SIGKILL');
      const again = await server.again();
      const list = await until(async () => {
        const { counts } = await again.clerk.call('submissions', { query: {} });
        return counts.received + counts.reading === 0 && counts;
      });
      expect(list.read).toBe(24);
      const trend = await again.clerk.call('trend', { query: { from: '2019', to: '2026' } as never });
      expect(trend.table.rows.map(({ filed }) => filed)).toEqual(Array(8).fill(3));
      for (const { id, version } of (await again.clerk.call('submissions', { query: { status: 'read' } })).submissions)
        expect([id, version]).toEqual([id, 1]);
      await again.program.end();
    } finally {
      await server.stop();
    }
  });
});
