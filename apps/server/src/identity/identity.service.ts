import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CurrentUser } from '@mingshu/contracts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { CurrentCounty } from '../config/current-county';
import { SETTINGS } from '../config/provided';
import type { Settings } from '../config/settings';
import { CountyEntity, SignInEntity, UserEntity } from '../database/entities';
import { AppError, notSignedIn } from '../http/app-error';
import { fitsPassword, hashPassword, isStrong } from './passwords';
import type { Scope } from './scope';

const longestHours = 12;
const hashed = (token: string) => createHash('sha256').update(token).digest('hex');

/** Who is asking: users and their sign-ins, kept on the server so that they can be ended. */
@Injectable()
export class IdentityService {
  /** Five failures close an account, or an address, for a quarter of an hour. */
  private readonly byName = new RateLimiterMemory({ points: 5, duration: 900, blockDuration: 900 });
  private readonly byAddress = new RateLimiterMemory({ points: 30, duration: 900, blockDuration: 900 });

  constructor(
    private readonly database: DataSource,
    private readonly county: CurrentCounty,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @returns the token of a new sign-in. @throws AppError wrong-credentials, too-many-attempts. */
  async signIn(name: string, password: string, address: string): Promise<{ token: string; scope: Scope }> {
    const limits = [await this.byName.get(name), await this.byAddress.get(address)];
    if (limits.some((limit) => limit !== null && limit.remainingPoints <= 0)) throw new AppError('too-many-attempts', 429);
    const user = await this.database.getRepository(UserEntity).findOneBy({ countyId: this.county.id, name });
    // Whoever was deactivated learns no more than whoever types a wrong password.
    if (!(await fitsPassword(user?.passwordHash, password)) || !user?.isActive) {
      await Promise.allSettled([this.byName.consume(name), this.byAddress.consume(address)]);
      throw new AppError('wrong-credentials', 401);
    }
    await this.byName.delete(name);
    const token = await this.open(user.id, true);
    return { token, scope: (await this.scopeOf(token))! };
  }

  /** Opens the names that wrong passwords had locked. */
  async unlock(name: string): Promise<void> {
    await this.byName.delete(name);
  }

  /** Opens a sign-in for a user; `byPassword` is false for the program's own hand-in of the sample county. */
  async open(userId: string, byPassword = false): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.transaction(async (transaction) => {
      await transaction.insert(SignInEntity, {
        countyId: this.county.id,
        id: uuid(),
        userId,
        tokenHash: hashed(token),
        beganAt: now,
        seenAt: now,
        byPassword,
      });
      if (byPassword) await transaction.update(UserEntity, { countyId: this.county.id, id: userId }, { lastSignInAt: now });
      await this.audit.write(transaction, { countyId: this.county.id, userId }, 'sign-in', {});
    });
    return token;
  }

  /** Who a token stands for, `undefined` when it has ended. Being asked keeps it alive. */
  async scopeOf(token: string): Promise<Scope | undefined> {
    const now = this.clock.now();
    const idle = new Date(now.getTime() - this.settings.idleMinutes * 60_000);
    const oldest = new Date(now.getTime() - longestHours * 3_600_000);
    const [found] = await this.database.query<
      { id: string; name: string; role: Scope['role']; agencyId: string | null; mustChangePassword: boolean }[]
    >(
      `select u.id, u.name, u.role, u.agency_id as "agencyId", u.must_change_password and s.by_password as "mustChangePassword" from sign_in s join app_user u on u.county_id = s.county_id and u.id = s.user_id
        where s.county_id = $1 and s.token_hash = $2 and s.seen_at > $3 and s.began_at > $4 and u.is_active`,
      [this.county.id, hashed(token), idle, oldest],
    );
    if (!found) return undefined;
    await this.database.query(
      `update sign_in set seen_at = $3 where county_id = $1 and token_hash = $2 and seen_at < $3::timestamptz - interval '20 seconds'`,
      [this.county.id, hashed(token), now],
    );
    const { id: userId, name: userName, role, agencyId, mustChangePassword } = found;
    return { countyId: this.county.id, userId, userName, role, agencyId, mustChangePassword };
  }

  async signOut(token: string): Promise<void> {
    await this.database.getRepository(SignInEntity).delete({ countyId: this.county.id, tokenHash: hashed(token) });
  }

  async currentUser({ countyId, userId, userName, role, agencyId, mustChangePassword }: Scope): Promise<CurrentUser> {
    const county = await this.database.getRepository(CountyEntity).findOneByOrFail({ id: countyId });
    const own = { id: userId, name: userName, role, agencyId, mustChangePassword: mustChangePassword ?? false };
    return { ...own, countyName: county.name, idleMinutes: this.settings.idleMinutes };
  }

  /** Replaces a password and ends every other sign-in of the user. @throws AppError wrong-credentials, weak-password. */
  async changePassword({ countyId, userId }: Scope, current: string, next: string, token: string): Promise<void> {
    const users = this.database.getRepository(UserEntity);
    const user = await users.findOneBy({ countyId, id: userId });
    if (!user) throw notSignedIn();
    if (!(await fitsPassword(user.passwordHash, current))) throw new AppError('wrong-credentials', 400);
    if (!isStrong(next) || next === current) throw new AppError('weak-password', 400);
    const passwordHash = await hashPassword(next);
    await this.database.transaction(async (transaction) => {
      await transaction.update(UserEntity, { countyId, id: userId }, { passwordHash, mustChangePassword: false });
      await transaction.query('delete from sign_in where county_id = $1 and user_id = $2 and token_hash <> $3', [
        countyId,
        userId,
        hashed(token),
      ]);
      await this.audit.write(transaction, { countyId, userId }, 'change-password', {});
    });
  }
}
