import { z } from 'zod';

/** 县管理员, 审核, 乡镇填报, 只读. */
export const roles = ['county_admin', 'reviewer', 'township', 'reader'] as const;
export type Role = (typeof roles)[number];

export const signInQuestion = z.object({ name: z.string().trim().min(1).max(50), password: z.string().min(1).max(200) });

/** Who is signed in. `mustChangePassword` stays true until the first password has been replaced. */
export const currentUser = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  agencyId: z.string().nullable(),
  mustChangePassword: z.boolean(),
  countyName: z.string(),
  /** Minutes without a request after which the sign-in ends. */
  idleMinutes: z.int(),
});
export type CurrentUser = z.infer<typeof currentUser>;

export const passwordChange = z.object({ current: z.string().min(1).max(200), next: z.string().min(12).max(200) });
