import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@mingshu/contracts';
import type { Request } from 'express';

/** Who asks and what they may see: a county, and for a township its own agency alone. Every repository method takes one. */
export interface Scope {
  readonly countyId: string;
  readonly agencyId: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly role: Role;
  /** The password was given by somebody else; until it is replaced nothing else may be done. */
  readonly mustChangePassword?: boolean;
}

export interface SignedInRequest extends Request {
  scope?: Scope;
}

/** The scope of the signed-in user, from the server-side session. */
export const Asked = createParamDecorator(
  (_: unknown, context: ExecutionContext): Scope => context.switchToHttp().getRequest<SignedInRequest>().scope!,
);
