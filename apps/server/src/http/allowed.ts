import { SetMetadata } from '@nestjs/common';
import type { Role } from '@mingshu/contracts';

export const ALLOWED = 'allowed';

export const ALLOWED_FIRST = 'allowed-first';

/** May be called before a given password has been replaced. */
export const BeforePasswordChange = () => SetMetadata(ALLOWED_FIRST, true);

/** Who may call a route. A route without one of these is refused. */
export const Public = () => SetMetadata(ALLOWED, 'public');
export const Allow = (...roles: Role[]) => SetMetadata(ALLOWED, roles);

/** Anyone who is signed in. */
export const AllowAll = () => Allow('county_admin', 'reviewer', 'township', 'reader');

/** The county's office: sees every agency. */
export const AllowOffice = () => Allow('county_admin', 'reviewer', 'reader');

/** Those who work on reports. */
export const AllowEditors = () => Allow('county_admin', 'reviewer');
