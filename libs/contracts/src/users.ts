import { z } from 'zod';
import { roles } from './identity';

/** An account as administrators see it. `agencyId`: the only agency it may see; `null` for the whole county. */
export const userAccount = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  isActive: z.boolean(),
  /** The password in force was given by an administrator and has to be replaced at the next sign-in. */
  mustChangePassword: z.boolean(),
  lastSignInAt: z.iso.datetime().nullable(),
});
export type UserAccount = z.infer<typeof userAccount>;

const scope = { role: z.enum(roles), agencyId: z.uuid().nullable() };

/** A township account belongs to one agency; an account that decides for the county to none. */
const scopeFits = ({ role, agencyId }: { role: string; agencyId: string | null }) =>
  role === 'township' ? agencyId !== null : role === 'reader' || agencyId === null;

export const newUserInput = z.object({ name: z.string().trim().min(1).max(50), ...scope }).refine(scopeFits);
export type NewUserInput = z.infer<typeof newUserInput>;

export const userChange = z.object({ ...scope, isActive: z.boolean() }).refine(scopeFits);
export type UserChange = z.infer<typeof userChange>;

/** An account with its one-time password, which is told this once and kept nowhere. */
export const givenPassword = z.object({ user: userAccount, password: z.string() });
export type GivenPassword = z.infer<typeof givenPassword>;
