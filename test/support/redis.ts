import { freePort, start, temporaryFolder, type Program } from './programs';

/** A Redis of this test's own where the ring runs on Redis, else `undefined`: the queue then lives in PostgreSQL. */
export async function startRedis(): Promise<{ url: string; program: Program; stop: () => Promise<void> } | undefined> {
  const server = process.env.TEST_REDIS_SERVER;
  if (!server) return undefined;
  const port = await freePort();
  const folder = temporaryFolder('redis');
  const program = start(
    server,
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder.path, '--maxmemory-policy', 'noeviction'],
    {},
  );
  await program.waitFor(/Ready to accept connections/);
  const stop = async () => {
    await program.end();
    folder.remove();
  };
  return { url: `redis://127.0.0.1:${port}`, program, stop };
}
