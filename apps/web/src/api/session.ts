import type { County, CurrentUser } from '@mingshu/contracts';
import { shallowRef } from 'vue';
import { call } from './call';

/** Who is signed in, and the county they work for; shared by all pages. */
export const user = shallowRef<CurrentUser>();
export const county = shallowRef<County>();

/** Asks who is signed in. @returns whether anyone is. */
export async function restoreSession(): Promise<boolean> {
  user.value = await call('me', {}).catch(() => undefined);
  if (user.value) await refreshCounty();
  return user.value !== undefined;
}

export async function refreshCounty(): Promise<void> {
  county.value = await call('county', {}).catch(() => county.value);
}

export async function signIn(name: string, password: string): Promise<void> {
  user.value = await call('signIn', { body: { name, password } });
  await refreshCounty();
}

export async function signOut(): Promise<void> {
  await call('signOut', {}).catch(() => undefined);
  user.value = undefined;
}
