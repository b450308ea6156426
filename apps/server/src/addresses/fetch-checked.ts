import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { Agent, request, type Dispatcher } from 'undici';
import { AddressRefusal } from './address-refusal';
import { checkAddress, checkedNumber, type AddressRules, type Resolve } from './check-address';

export interface FetchLimits {
  /** Most bytes, as sent and as unpacked. */
  readonly bytes: number;
  /** Longest time for everything, redirects included, in milliseconds. */
  readonly time: number;
  readonly redirects: number;
}

export const usualLimits: FetchLimits = { bytes: 20 * 1024 * 1024, time: 15_000, redirects: 3 };

export const resolveBySystem: Resolve = async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** What an address answered, before its body is read. */
export interface FetchedAnswer {
  readonly finalAddress: string;
  readonly headers: Dispatcher.ResponseData['headers'];
}

/** Whoever asks for a name of this connection is told the number that was checked, and no other. */
export function pinnedTo(number: string): LookupFunction {
  const family = ipaddr.parse(number).kind() === 'ipv6' ? 6 : 4;
  return ((_host: string, options: { all?: boolean }, done: (fault: null, ...found: unknown[]) => void) =>
    options.all ? done(null, [{ address: number, family }]) : done(null, number, family)) as LookupFunction;
}

/** Passes bytes on until there are too many. */
const capped = (most: number) => {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > most) done(new AddressRefusal('too-large'));
      else done(null, chunk);
    },
  });
};

const unpackers: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function unpacker(headers: Dispatcher.ResponseData['headers']): Transform[] {
  const encoding = String(headers['content-encoding'] ?? 'identity')
    .trim()
    .toLowerCase();
  if (encoding === 'identity' || encoding === '') return [];
  const make = unpackers[encoding];
  if (!make) throw new AddressRefusal('answer');
  return [make()];
}

const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

/**
 * Fetches an address and hands its unpacked bytes to `take`. Address, every redirect and the number behind every name are checked before anything is asked, and the
 * connection goes to the number that was checked. Bytes are counted as sent and as unpacked. @throws AddressRefusal for whatever is not fetched.
 */
export async function fetchChecked<Taken>(
  address: string,
  rules: AddressRules,
  take: (body: AsyncIterable<Buffer>, answer: FetchedAnswer) => Promise<Taken>,
  { resolve = resolveBySystem, limits = usualLimits }: { resolve?: Resolve; limits?: FetchLimits } = {},
): Promise<{ answer: FetchedAnswer; taken: Taken }> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), limits.time);
  const clock = ending.signal;
  try {
    let next = address;
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      const outcome = await oneHop(next, rules, take, resolve, limits, clock);
      if ('taken' in outcome) return outcome;
      next = outcome.redirectTo;
    }
    throw new AddressRefusal('redirects');
  } catch (error) {
    if (error instanceof AddressRefusal) throw error;
    if (clock.aborted || /_TIMEOUT$/.test(String((error as { code?: unknown }).code))) throw new AddressRefusal('too-slow');
    throw error instanceof Error && error.cause instanceof AddressRefusal ? error.cause : new AddressRefusal('unreachable');
  } finally {
    clearTimeout(timer);
  }
}

/** Rejects when the time is over, also where it was over before. */
const unlessOver = <Value>(work: Promise<Value>, clock: AbortSignal): Promise<Value> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const over = () => reject(new AddressRefusal('too-slow'));
      if (clock.aborted) over();
      else clock.addEventListener('abort', over, { once: true });
    }),
  ]);

async function oneHop<Taken>(
  address: string,
  rules: AddressRules,
  take: (body: AsyncIterable<Buffer>, answer: FetchedAnswer) => Promise<Taken>,
  resolve: Resolve,
  limits: FetchLimits,
  clock: AbortSignal,
): Promise<{ answer: FetchedAnswer; taken: Taken } | { redirectTo: string }> {
  const url = checkAddress(address, rules);
  const number = await unlessOver(checkedNumber(url, rules, resolve), clock);
  const agent = new Agent({ connect: { lookup: pinnedTo(number) }, connections: 1, pipelining: 0 });
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal: clock,
      headersTimeout: limits.time,
      bodyTimeout: limits.time,
      headers: { 'user-agent': 'Mingshu', accept: '*/*', 'accept-encoding': 'gzip, deflate, br' },
    });
    body.on('error', () => undefined);
    if (isRedirect(statusCode)) {
      const target = headers.location;
      if (typeof target !== 'string' || !URL.canParse(target, url.href)) throw new AddressRefusal('answer');
      return { redirectTo: new URL(target, url).href };
    }
    if (statusCode < 200 || statusCode > 299)
      throw new AddressRefusal('answer', `网站回答“${statusCode}”，没有给出这个网页。请在浏览器中确认能打开后重试。`);
    const answer = { finalAddress: url.href, headers };
    const parts = [body as Readable, capped(limits.bytes), ...unpacker(headers), capped(limits.bytes)];
    let taken!: Taken;
    await unlessOver(
      pipeline([
        ...parts,
        async (bytes: AsyncIterable<Buffer>) => void (taken = await take(bytes, answer)),
      ] as never) as unknown as Promise<void>,
      clock,
    );
    return { answer, taken };
  } finally {
    void agent.destroy().catch(() => undefined);
  }
}
