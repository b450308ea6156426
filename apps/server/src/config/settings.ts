import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder of the installation: the first one upward that holds the workspace. */
export const installation = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'nx.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
})();

const whole = (least: number, most: number, usual: number) => z.coerce.number().int().min(least).max(most).default(usual);

const schema = z.object({
  PORT: whole(0, 65535, 3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  MINGSHU_SAMPLE: z.enum(['on', 'off']).default('on'),
  MINGSHU_ADMIN_PASSWORD: z.string().min(12).max(200).optional(),
  IDLE_MINUTES: whole(5, 720, 30),
  WORKER_CONCURRENCY: whole(1, 16, 2),
  READING_SECONDS: whole(1, 300, 20),
  READING_MEGABYTES: whole(128, 4096, 512),
  /** `host:port,…` of servers on this machine that tests may fetch from. */
  ADDRESS_TEST_PLACES: z
    .string()
    .regex(/^[\w.-]+:\d+(,[\w.-]+:\d+)*$/)
    .optional(),
  SCANS: z.enum(['on', 'off']).default('on'),
  SCAN_PAGE_SECONDS: whole(5, 600, 60),
  SCAN_MEGABYTES: whole(256, 4096, 700),
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly hasSample: boolean;
  readonly administratorPassword?: string;
  readonly idleMinutes: number;
  readonly workerConcurrency: number;
  readonly readingSeconds: number;
  readonly readingMegabytes: number;
  readonly addressTestPlaces: readonly string[];
  /** Limits for reading scans and pictures; absent where that is switched off. */
  readonly scans?: { readonly pageSeconds: number; readonly megabytes: number };
}

/** A setting that cannot be used; the message names it. */
export class BadSetting extends Error {}

/** Where data lies unless told: beside the installation; below the temporary folder where the database's user could not reach it there. */
function usualDataFolder(): string {
  const isRootsOwn = process.getuid?.() === 0 && /^\/root(\/|$)/.test(installation);
  return isRootsOwn ? join(tmpdir(), 'mingshu-data') : join(installation, '.data');
}

/** The settings of this process, read once. An empty value counts as absent. @throws BadSetting with the name of the first bad one. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const { success, data, error } = schema.safeParse(given);
  if (!success) {
    const { path, message } = error.issues[0]!;
    throw new BadSetting(`设置 ${String(path[0])} 的值不能使用（${message}）。 Setting ${String(path[0])} cannot be used.`);
  }
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: resolve(data.DATA_DIR ?? usualDataFolder()),
    databaseUrl: data.DATABASE_URL,
    redisUrl: data.REDIS_URL,
    hasSample: data.MINGSHU_SAMPLE === 'on',
    administratorPassword: data.MINGSHU_ADMIN_PASSWORD,
    idleMinutes: data.IDLE_MINUTES,
    workerConcurrency: data.WORKER_CONCURRENCY,
    readingSeconds: data.READING_SECONDS,
    readingMegabytes: data.READING_MEGABYTES,
    addressTestPlaces: data.ADDRESS_TEST_PLACES?.split(',') ?? [],
    ...(data.SCANS === 'on' ? { scans: { pageSeconds: data.SCAN_PAGE_SECONDS, megabytes: data.SCAN_MEGABYTES } } : {}),
  };
}
