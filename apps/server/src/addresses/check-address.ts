import ipaddr from 'ipaddr.js';
import { AddressRefusal } from './address-refusal';

export interface AddressRules {
  /** Hosts that may be asked: `www.qinghe.gov.cn` that host alone, `*.qinghe.gov.cn` every host below it. */
  readonly hosts: readonly string[];
  /** `host:port` of servers on this machine that tests may ask; empty outside of tests. */
  readonly testPlaces: readonly string[];
}

const placeOf = (url: URL) => `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;

/** Whether a host is on the list. */
export const isListed = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((listed) => (listed.startsWith('*.') ? host.endsWith(listed.slice(1)) : host === listed));

/** A typed address as one that may be asked, as far as its letters tell: scheme, host on the list, usual port, no credentials. @throws AddressRefusal */
export function checkAddress(address: string, { hosts, testPlaces }: AddressRules): URL {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    throw new AddressRefusal('unreadable');
  }
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hostname === '')
    throw new AddressRefusal('unreadable');
  url.hash = '';
  if (testPlaces.includes(placeOf(url))) return url;
  if (!isListed(url.hostname, hosts)) throw new AddressRefusal('host');
  if (url.port !== '') throw new AddressRefusal('port');
  return url;
}

/** Whether a number names a machine of the public internet: no private, loopback, link-local, carrier or translated range, in either family. */
export function isPublic(number: string): boolean {
  return ipaddr.isValid(number) && ipaddr.process(number).range() === 'unicast';
}

const isLoopback = (number: string) => ipaddr.isValid(number) && ipaddr.process(number).range() === 'loopback';

export type Resolve = (host: string) => Promise<readonly string[]>;

/** The one number to connect to. Every number of the host must be public: a host that also points inside is refused whole. @throws AddressRefusal */
export async function checkedNumber(url: URL, { testPlaces }: AddressRules, resolve: Resolve): Promise<string> {
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const numbers = ipaddr.isValid(host) ? [host] : await resolve(host).catch(() => []);
  if (numbers.length === 0) throw new AddressRefusal('not-found');
  const isTest = testPlaces.includes(placeOf(url));
  if (!numbers.every((number) => isPublic(number) || (isTest && isLoopback(number)))) throw new AddressRefusal('inside');
  return numbers[0]!;
}
