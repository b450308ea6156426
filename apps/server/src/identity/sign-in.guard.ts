import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@mingshu/contracts';
import { AppError, forbidden, notSignedIn } from '../http/app-error';
import { ALLOWED, ALLOWED_FIRST } from '../http/allowed';
import { IdentityService } from './identity.service';
import type { SignedInRequest } from './scope';
import { tokenOf } from './session-cookie';

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** A page of another site must not change anything here with a clerk's cookie. */
function isForeign({ headers }: SignedInRequest): boolean {
  const { origin, host } = headers;
  if (origin === undefined)
    return headers['sec-fetch-site'] !== undefined && !['same-origin', 'none'].includes(String(headers['sec-fetch-site']));
  try {
    return new URL(origin).host !== host;
  } catch {
    return true;
  }
}

/** Refuses every route that does not say who may call it, and every caller it does not name. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: IdentityService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const allowed = this.reflector.getAllAndOverride<'public' | Role[] | undefined>(ALLOWED, [context.getHandler(), context.getClass()]);
    if (changing.has(request.method) && isForeign(request)) throw new AppError('foreign-origin', 403);
    if (allowed === 'public') return true;
    const token = tokenOf(request);
    const scope = token ? await this.identity.scopeOf(token) : undefined;
    if (!scope) throw notSignedIn();
    if (!allowed?.includes(scope.role)) throw forbidden();
    if (scope.mustChangePassword && !this.reflector.get<boolean | undefined>(ALLOWED_FIRST, context.getHandler()))
      throw new AppError('password-change-required', 403);
    request.scope = scope;
    return true;
  }
}
