import { currentUser, givenPassword, userAccount } from '@mingshu/contracts';
import { routes } from '@mingshu/contracts/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Clerk } from '../support/clerk';
import { administratorPassword } from '../support/programs';
import { rosterCsv, reportText } from '../support/report-text';
import { startServer, type RunningServer } from '../support/server';

let server: RunningServer;
const ids: Record<string, string> = {};
beforeAll(async () => {
  server = await startServer();
  await server.clerk.importRoster(rosterCsv);
  for (const { name, id } of await server.clerk.call('agencies', {})) ids[name] = id;
});
afterAll(() => server.stop());

const signIn = (name: string, password: string) => Clerk.signIn(server.address, name, password);
const add = async (name: string, role: 'county_admin' | 'reviewer' | 'township' | 'reader', agency?: string) =>
  givenPassword.parse(await server.clerk.call('addUser', { body: { name, role, agencyId: agency ? ids[agency]! : null } }));
const own = 'Own-password-2024';
/** Gives an account and replaces its first password, as its owner does. */
const settled = async (...account: Parameters<typeof add>) => {
  const { user, password } = await add(...account);
  const clerk = await signIn(user.name, password);
  await clerk.call('changePassword', { body: { current: password, next: own } });
  return { user, clerk };
};
const admin = async () => (await server.clerk.call('users', {})).find(({ name }) => name === 'admin')!;

describe('a new account', () => {
  it('may do nothing but replace the one-time password it was given', async () => {
    const { user, password } = await add('王芳', 'reviewer');
    expect(user).toMatchObject({ name: '王芳', role: 'reviewer', agencyId: null, isActive: true, mustChangePassword: true });
    const wang = await signIn('王芳', password);
    expect(currentUser.parse(await wang.call('me', {})).mustChangePassword).toBe(true);
    await expect(wang.call('agencies', {})).rejects.toMatchObject({ status: 403, code: 'password-change-required' });
    await expect(wang.call('changePassword', { body: { current: password, next: password } })).rejects.toMatchObject({
      code: 'weak-password',
    });
    await wang.call('changePassword', { body: { current: password, next: own } });
    expect(await wang.call('agencies', {})).toHaveLength(3);
    await expect(signIn('王芳', password)).rejects.toMatchObject({ status: 401 });
  });

  it('is refused under a name that is taken, and a township one without an agency', async () => {
    await expect(add('王芳', 'reader')).rejects.toMatchObject({ status: 409, code: 'user-name-taken' });
    await expect(add('无主', 'township')).rejects.toMatchObject({ code: 'bad-request' });
    await expect(add('越权', 'reviewer', '清河县教育局')).rejects.toMatchObject({ code: 'bad-request' });
  });

  it('of a township sees its own agency and no other', async () => {
    await server.clerk.handInAndWait([
      { name: '教育局.txt', bytes: reportText({ agency: '清河县教育局', year: 2024 }) },
      { name: '柳河镇.txt', bytes: reportText({ agency: '清河县柳河镇人民政府', year: 2024 }) },
    ]);
    const { clerk } = await settled('柳河镇经办', 'township', '清河县柳河镇人民政府');
    expect((await clerk.call('agencies', {})).map(({ name }) => name)).toEqual(['清河县柳河镇人民政府']);
    await clerk.call('reportFindings', { path: { agencyId: ids['清河县柳河镇人民政府']!, year: 2024 } });
    await expect(clerk.call('reportFindings', { path: { agencyId: ids['清河县教育局']!, year: 2024 } })).rejects.toMatchObject({
      status: 403,
    });
  });
});

it('is managed by administrators alone', async () => {
  const { user, clerk } = await settled('只读甲', 'reader');
  for (const name of ['users', 'addUser', 'changeUser', 'resetPassword'] as const) {
    const [method, pattern] = routes[name];
    const response = await clerk.fetch(`/api${pattern.replace(':id', user.id)}`, {
      method,
      ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: '{}' }),
    });
    expect([name, response.status]).toEqual([name, 403]);
  }
});

describe('taking rights away', () => {
  it('ends the sign-ins that had them, and a deactivated name is told no more than a wrong password', async () => {
    const { user, clerk } = await settled('赵强', 'reviewer');
    await server.clerk.call('changeUser', { path: { id: user.id }, body: { role: 'reader', agencyId: null, isActive: true } });
    await expect(clerk.call('me', {})).rejects.toMatchObject({ status: 401 });
    const reader = await signIn('赵强', own);
    await server.clerk.call('changeUser', { path: { id: user.id }, body: { role: 'reader', agencyId: null, isActive: false } });
    await expect(reader.call('me', {})).rejects.toMatchObject({ status: 401 });
    await expect(signIn('赵强', own)).rejects.toMatchObject({ status: 401 });
  });

  it('leaves nobody but the owner with a reset password, and opens a name locked by wrong ones', async () => {
    const { user, clerk } = await settled('钱敏', 'reviewer');
    for (let attempt = 0; attempt < 5; attempt += 1) await expect(signIn('钱敏', 'wrong')).rejects.toMatchObject({ status: 401 });
    await expect(signIn('钱敏', own)).rejects.toMatchObject({ status: 429 });
    const { password } = await server.clerk.call('resetPassword', { path: { id: user.id } });
    await expect(clerk.call('me', {})).rejects.toMatchObject({ status: 401 });
    await expect(signIn('钱敏', own)).rejects.toMatchObject({ status: 401 });
    expect((await (await signIn('钱敏', password)).call('me', {})).mustChangePassword).toBe(true);
  });

  it('is refused for the last administrator, also where two step down at one moment', async () => {
    const step = (clerk: Clerk, id: string) =>
      clerk.call('changeUser', { path: { id }, body: { role: 'reader', agencyId: null, isActive: true } });
    const { id } = await admin();
    await expect(step(server.clerk, id)).rejects.toMatchObject({ status: 409, code: 'last-administrator' });
    await expect(
      server.clerk.call('changeUser', { path: { id }, body: { role: 'county_admin', agencyId: null, isActive: false } }),
    ).rejects.toMatchObject({ code: 'last-administrator' });
    const { user, clerk } = await settled('孙立', 'county_admin');
    const outcomes = await Promise.allSettled([step(server.clerk, id), step(clerk, user.id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await Promise.allSettled([signIn('admin', administratorPassword), signIn('孙立', own)]);
    const users = await Promise.all(left.map(async (one) => (one.status === 'fulfilled' ? (await one.value.call('me', {})).role : null)));
    expect(users.sort()).toEqual(['county_admin', 'reader']);
  });
});

it('tells no password hash to anyone', async () => {
  const admins = await Promise.all([signIn('admin', administratorPassword), signIn('孙立', own)]);
  const roles = await Promise.all(admins.map(async (clerk) => (await clerk.call('me', {})).role));
  const list = await admins[roles.indexOf('county_admin')]!.call('users', {});
  expect(list.map((one) => userAccount.strict().parse(one)).length).toBe(list.length);
});
