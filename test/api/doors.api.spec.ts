import { health } from '@mingshu/contracts';
import { routes } from '@mingshu/contracts/routes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Clerk } from '../support/clerk';
import { startServer, type RunningServer } from '../support/server';

let server: RunningServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.stop());

const filled = (pattern: string) => `/api${pattern.replace(/:\w+/g, '2024')}`;

it.each(Object.entries(routes).filter(([name]) => !['signIn', 'selfCheckRule', 'selfCheck'].includes(name)))(
  '%s is closed to whoever has not signed in',
  async (_, [method, pattern]) => {
    const response = await Clerk.nobody(server.address).fetch(filled(pattern), { method });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  },
);

it('takes nothing from a page of another site', async () => {
  const response = await server.clerk.fetch('/api/sign-out', { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
  expect(response.status).toBe(403);
  expect((await server.clerk.call('me', {})).name).toBe('admin');
});

it('says whether it is well, to anyone', async () => {
  const response = await Clerk.nobody(server.address).fetch('/api/health');
  expect(health.parse(await response.json())).toMatchObject({ status: 'ok', database: true, queue: true });
});

it('describes its interface', async () => {
  const page = await server.clerk.fetch('/api/docs');
  expect(page.status).toBe(200);
  const document = (await (await server.clerk.fetch('/api/docs-json')).json()) as { paths: Record<string, unknown> };
  for (const [, pattern] of Object.values(routes))
    expect(Object.keys(document.paths)).toContain(`/api${pattern.replace(/:(\w+)/g, '{$1}')}`);
});

it('locks a name after five wrong passwords', async () => {
  for (let attempt = 0; attempt < 5; attempt += 1)
    await expect(Clerk.signIn(server.address, 'nobody', 'wrong')).rejects.toMatchObject({ status: 401 });
  await expect(Clerk.signIn(server.address, 'nobody', 'wrong')).rejects.toMatchObject({ status: 429 });
});

it('ends every other sign-in when the password changes', async () => {
  const other = await Clerk.signIn(server.address, 'admin', 'Qinghe-2024-test');
  await expect(
    server.clerk.call('changePassword', { body: { current: 'Qinghe-2024-test', next: 'aaaaaaaaaaaaaa' } }),
  ).rejects.toMatchObject({ code: 'weak-password' });
  await server.clerk.call('changePassword', { body: { current: 'Qinghe-2024-test', next: 'Qinghe-2025-next' } });
  await expect(other.call('me', {})).rejects.toMatchObject({ status: 401 });
  await expect(Clerk.signIn(server.address, 'admin', 'Qinghe-2024-test')).rejects.toMatchObject({ status: 401 });
});

it('allows scripts from itself alone', async () => {
  const policy = (await Clerk.nobody(server.address).fetch('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
});
