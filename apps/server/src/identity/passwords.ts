import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

const settings = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Hashing takes 64 MB each, so no more than two are made at a time. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  while (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, settings));

let decoy: Promise<string> | undefined;

/** Whether a password fits. An unknown name costs as much time as a known one. */
export async function fitsPassword(stored: string | undefined, password: string): Promise<boolean> {
  const against = stored ?? (await (decoy ??= hashPassword('nobody has this password')));
  const fits = await inTurn(() => verify(against, password));
  return stored !== undefined && fits;
}

/** Whether a new password is long and varied enough: twelve characters of three kinds. */
export const isStrong = (password: string): boolean =>
  password.length >= 12 && [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length >= 3;

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';

/** A password that can be read aloud: groups of letters that are not mistaken for one another. */
export const generatedPassword = (): string =>
  `${Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')}-9a`;
