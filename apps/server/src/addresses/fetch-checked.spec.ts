import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { AddressRefusal } from './address-refusal';
import { checkAddress, isPublic } from './check-address';
import { fetchChecked, usualLimits, type FetchLimits } from './fetch-checked';
import { fileNameOfAnswer } from './file-name-of-answer';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A server on this machine, under a name that no resolver of the system knows. */
async function site(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `www.qinghe.example:${(server.address() as AddressInfo).port}`;
}

const asked: string[] = [];
const numbers: Record<string, readonly string[]> = {
  'www.qinghe.example': ['127.0.0.1'],
  'rebound.qinghe.example': ['93.184.216.34', '10.0.0.7'],
  'inside.qinghe.example': ['192.168.1.1'],
};
const resolve = async (host: string) => {
  asked.push(host);
  return numbers[host] ?? [];
};
const limits: FetchLimits = { ...usualLimits, bytes: 300_000 };
const hasty: FetchLimits = { ...limits, time: 600 };

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function fetched(address: string, testPlaces: readonly string[], hosts: readonly string[] = ['*.qinghe.example'], within = limits) {
  asked.length = 0;
  try {
    const { answer, taken } = await fetchChecked(address, { hosts, testPlaces }, textOf, { resolve, limits: within });
    return { text: taken, at: answer.finalAddress, name: fileNameOfAnswer(answer) };
  } catch (error) {
    if (error instanceof AddressRefusal) return error.fault;
    throw error;
  }
}

describe('an address that may be asked', () => {
  it('is fetched from the very number that was checked, and called as its server calls it', async () => {
    const place = await site((_, response) => {
      response.setHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent('../柳河镇年报.docx')}`);
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('正文'));
    });
    expect(await fetched(`http://${place}/a`, [place])).toEqual({ text: '正文', at: `http://${place}/a`, name: '柳河镇年报.docx' });
    expect(asked).toEqual(['www.qinghe.example']);
  });

  it('may redirect three times, not four', async () => {
    const place = await site(({ url }, response) => {
      const hop = Number(url!.slice(1));
      if (hop === 0) response.end('到了');
      else response.writeHead(302, { location: `/${hop - 1}` }).end();
    });
    expect(await fetched(`http://${place}/3`, [place])).toMatchObject({ text: '到了', at: `http://${place}/0` });
    expect(await fetched(`http://${place}/4`, [place])).toBe('redirects');
  });
});

describe('what leads inside is not asked', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
  ])('%s', async (address) => {
    const { hostname } = new URL(address);
    expect(await fetched(address, [])).toBe('host');
    // Even a list that names it does not open it.
    expect(await fetched(address, [], [hostname])).toBe('inside');
  });

  it('by name, also where only one of a name’s numbers is inside', async () => {
    expect(await fetched('http://inside.qinghe.example/', [])).toBe('inside');
    expect(await fetched('http://rebound.qinghe.example/', [])).toBe('inside');
    expect(await fetched('http://nowhere.qinghe.example/', [])).toBe('not-found');
  });

  it.each([
    'http://169.254.169.254/',
    'http://[::ffff:127.0.0.1]/',
    'http://inside.qinghe.example/',
    'file:///etc/passwd',
    'http://2130706433/',
  ])('by redirect to %s', async (target) => {
    const place = await site((_, response) => response.writeHead(302, { location: target }).end());
    expect(['inside', 'host', 'unreadable']).toContain(
      await fetched(`http://${place}/`, [place], ['*.qinghe.example', '169.254.169.254', '127.0.0.1', '[::ffff:7f00:1]']),
    );
  });

  it('by a name that answers differently when asked again: it is asked once', async () => {
    const place = await site((_, response) => response.end('外面'));
    let times = 0;
    const turning = async () => ((times += 1) === 1 ? ['127.0.0.1'] : ['10.0.0.1']);
    const { taken } = await fetchChecked(`http://${place}/`, { hosts: [], testPlaces: [place] }, textOf, {
      resolve: turning,
      limits,
    }).catch((error: AddressRefusal) => ({ taken: error.fault }));
    expect([times, taken]).toEqual([1, '外面']);
  });
});

describe('an answer that goes on for ever', () => {
  it('ends at the limit of bytes, sent or unpacked', async () => {
    const endless = await site((_, response) => {
      const more = () => void (response.destroyed || response.write(Buffer.alloc(64_000), more));
      more();
    });
    expect(await fetched(`http://${endless}/`, [endless])).toBe('too-large');
    const bomb = await site((_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(30_000_000))));
    expect(await fetched(`http://${bomb}/`, [bomb])).toBe('too-large');
  });

  it('ends at the limit of time, in its headers or in its body', async () => {
    const silent = await site(() => undefined);
    expect(await fetched(`http://${silent}/`, [silent], [], hasty)).toBe('too-slow');
    const slow = await site((_, response) => void response.write('a'));
    expect(await fetched(`http://${slow}/`, [slow], [], hasty)).toBe('too-slow');
  });

  it('is refused where it is no success, or packed in an unknown way', async () => {
    const missing = await site((_, response) => response.writeHead(404).end());
    expect(await fetched(`http://${missing}/`, [missing])).toBe('answer');
    const odd = await site((_, response) => response.setHeader('content-encoding', 'x-odd').end('x'));
    expect(await fetched(`http://${odd}/`, [odd])).toBe('answer');
  });
});

describe('the letters of an address', () => {
  const rules = { hosts: ['www.qinghe.gov.cn', '*.dongjiang.gov.cn'], testPlaces: [] };
  it.each([
    ['https://www.qinghe.gov.cn/a#b', 'https://www.qinghe.gov.cn/a'],
    ['http://nj.dongjiang.gov.cn', 'http://nj.dongjiang.gov.cn/'],
  ])('%s may be asked', (address, href) => expect(checkAddress(address, rules).href).toBe(href));
  it.each([
    ['qinghe.gov.cn', 'unreadable'],
    ['ftp://www.qinghe.gov.cn/', 'unreadable'],
    ['http://www.qinghe.gov.cn@evil.example/', 'unreadable'],
    ['http://www.qinghe.gov.cn.evil.example/', 'host'],
    ['http://dongjiang.gov.cn/', 'host'],
    ['http://evildongjiang.gov.cn/', 'host'],
    ['http://www.qinghe.gov.cn:8080/', 'port'],
    ['http://www.qinghe.gov.cn:22/', 'port'],
  ])('%s is refused: %s', (address, fault) => {
    expect(() => checkAddress(address, rules)).toThrow(expect.objectContaining({ fault }) as Error);
  });
  it('knows public numbers', () =>
    expect(['8.8.8.8', '2001:4860:4860::8888', '::ffff:8.8.8.8', 'x'].map(isPublic)).toEqual([true, true, true, false]));
});
