import { Injectable } from '@nestjs/common';
import type { GivenPassword, NewUserInput, UserAccount, UserChange } from '@mingshu/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { AuditService } from '../audit/audit.service';
import { UserEntity } from '../database/entities';
import { agencyNotFound, AppError } from '../http/app-error';
import { IdentityService } from './identity.service';
import { generatedPassword, hashPassword } from './passwords';
import type { Scope } from './scope';

type Place = { countyId: string; id: string };

/** Accounts: given, changed, ended and given a new password by administrators. Whatever takes rights away ends the sign-ins that had them. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly identity: IdentityService,
  ) {}

  /** Every account, active ones first. */
  async all({ countyId }: Scope): Promise<UserAccount[]> {
    return this.accounts(this.database.manager, countyId, null);
  }

  private async accounts(database: Pick<EntityManager, 'query'>, countyId: string, id: string | null): Promise<UserAccount[]> {
    const rows = await database.query<(Omit<UserAccount, 'lastSignInAt'> & { lastSignInAt: Date | null })[]>(
      `select u.id, u.name, u.role, u.agency_id as "agencyId", a.name as "agencyName", u.is_active as "isActive",
              u.must_change_password as "mustChangePassword", u.last_sign_in_at as "lastSignInAt"
         from app_user u left join agency a on a.county_id = u.county_id and a.id = u.agency_id
        where u.county_id = $1 and ($2::uuid is null or u.id = $2) order by u.is_active desc, u.name`,
      [countyId, id],
    );
    return rows.map((row) => ({ ...row, lastSignInAt: row.lastSignInAt?.toISOString() ?? null }));
  }

  /** @throws AppError user-name-taken, agency-not-found. */
  async add(scope: Scope, { name, role, agencyId }: NewUserInput): Promise<GivenPassword> {
    const password = generatedPassword();
    const passwordHash = await hashPassword(password);
    return this.database.transaction(async (transaction) => {
      const id = uuid();
      await this.expectAgency(transaction, scope.countyId, agencyId);
      const row = { countyId: scope.countyId, id, name, role, agencyId, passwordHash, isActive: true, mustChangePassword: true };
      const added = await transaction.createQueryBuilder().insert().into(UserEntity).values(row).orIgnore().returning('id').execute();
      if ((added.raw as unknown[]).length === 0) throw new AppError('user-name-taken', 409);
      await this.audit.write(transaction, scope, 'add-user', { id, name, role, agencyId });
      return { user: await this.one(transaction, { countyId: scope.countyId, id }), password };
    });
  }

  /** Changes role, agency and whether the account may sign in. @throws AppError user-not-found, agency-not-found, last-administrator. */
  async change(scope: Scope, id: string, { role, agencyId, isActive }: UserChange): Promise<UserAccount> {
    return this.database.transaction(async (transaction) => {
      const place = { countyId: scope.countyId, id };
      const before = await this.lock(transaction, place);
      await this.expectAgency(transaction, scope.countyId, agencyId);
      const after = { role, agencyId, isActive };
      await transaction.update(UserEntity, place, after);
      await this.expectAdministrator(transaction, scope.countyId);
      await this.endSignIns(transaction, place);
      const { name, role: oldRole, agencyId: oldAgency, isActive: wasActive } = before;
      await this.audit.write(transaction, scope, 'change-user', {
        id,
        name,
        before: { role: oldRole, agencyId: oldAgency, isActive: wasActive },
        after,
      });
      return this.one(transaction, place);
    });
  }

  /** Gives a new one-time password, ends the account's sign-ins and opens a name locked by wrong passwords. @throws AppError user-not-found. */
  async resetPassword(scope: Scope, id: string): Promise<GivenPassword> {
    const password = generatedPassword();
    const passwordHash = await hashPassword(password);
    const given = await this.database.transaction(async (transaction) => {
      const place = { countyId: scope.countyId, id };
      const { name } = await this.lock(transaction, place);
      await transaction.update(UserEntity, place, { passwordHash, mustChangePassword: true });
      await this.endSignIns(transaction, place);
      await this.audit.write(transaction, scope, 'reset-password', { id, name });
      return { user: await this.one(transaction, place), password };
    });
    await this.identity.unlock(given.user.name);
    return given;
  }

  private async one(transaction: EntityManager, { countyId, id }: Place): Promise<UserAccount> {
    return (await this.accounts(transaction, countyId, id))[0]!;
  }

  /** All administrators are locked with the account, so that two who step down at once do not leave the county without one. */
  private async lock(transaction: EntityManager, { countyId, id }: Place): Promise<UserEntity> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new AppError('user-not-found', 404);
    await transaction.query(
      `select 1 from app_user where county_id = $1 and (id = $2 or role = 'county_admin') order by id for no key update`,
      [countyId, id],
    );
    const user = await transaction.findOneBy(UserEntity, { countyId, id });
    if (!user) throw new AppError('user-not-found', 404);
    return user;
  }

  private async expectAdministrator(transaction: EntityManager, countyId: string): Promise<void> {
    const left = await transaction.countBy(UserEntity, { countyId, role: 'county_admin', isActive: true });
    if (left === 0) throw new AppError('last-administrator', 409);
  }

  private async expectAgency(transaction: EntityManager, countyId: string, agencyId: string | null): Promise<void> {
    if (agencyId === null) return;
    const [found] = await transaction.query<unknown[]>('select 1 from agency where county_id = $1 and id = $2 and id <> county_id', [
      countyId,
      agencyId,
    ]);
    if (!found) throw agencyNotFound(agencyId);
  }

  private async endSignIns(transaction: EntityManager, { countyId, id }: Place): Promise<void> {
    await transaction.query('delete from sign_in where county_id = $1 and user_id = $2', [countyId, id]);
  }
}
