import { join } from 'node:path';
import { Clerk } from './clerk';
import { administratorPassword, freePort, start, temporaryFolder, top, type Program } from './programs';
import { startRedis } from './redis';

export interface RunningServer {
  readonly address: string;
  readonly program: Program;
  readonly dataFolder: string;
  /** Signed in as the administrator. */
  readonly clerk: Clerk;
  /** The same server once more on the same data, after this one has ended. */
  readonly again: () => Promise<RunningServer>;
  /** Ends the server and whatever was started for it, and removes its data. */
  readonly stop: () => Promise<void>;
}

/** The built server as `npm start` runs it, on a free port, its own data folder and its own queue backend. */
export async function startServer(settings: Record<string, string> = {}): Promise<RunningServer> {
  const redis = await startRedis();
  const folder = temporaryFolder('server');
  const run = async (): Promise<RunningServer> => {
    const port = await freePort();
    const program = start(process.execPath, [join(top, 'apps/server/dist/main.js')], {
      PORT: String(port),
      DATA_DIR: join(folder.path, 'data'),
      MINGSHU_SAMPLE: 'off',
      MINGSHU_ADMIN_PASSWORD: administratorPassword,
      ...(redis ? { REDIS_URL: redis.url } : {}),
      ...settings,
    });
    await program.waitFor(/http:\/\/[\w.:-]+/);
    const address = `http://127.0.0.1:${port}`;
    const clerk = await Clerk.signIn(address, 'admin', administratorPassword);
    const stop = async () => {
      await program.end();
      await redis?.stop();
      folder.remove();
    };
    return { address, program, dataFolder: join(folder.path, 'data'), clerk, again: run, stop };
  };
  return run();
}
