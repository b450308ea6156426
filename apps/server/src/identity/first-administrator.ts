import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { nameCountyRow } from '../database/county-row';
import { CountyEntity, UserEntity } from '../database/entities';
import { generatedPassword, hashPassword } from './passwords';

export const administratorName = 'admin';

/** What a start finds or makes: the county, its administrator, and the password if it was generated just now. */
export interface FirstStart {
  readonly countyId: string;
  readonly administratorId: string;
  readonly generatedPassword?: string;
}

/** Makes the county and its administrator on an empty database; two programs that start together make them once. */
export async function ensureAdministrator(database: DataSource, givenPassword: string | undefined): Promise<FirstStart> {
  return database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock(731002)');
    const [county] = await transaction.find(CountyEntity, { take: 1 });
    const countyId = county?.id ?? uuid();
    if (!county) {
      await transaction.insert(CountyEntity, { id: countyId, name: '本县', sample: 'absent', sampleTotal: 0 });
      await nameCountyRow(transaction, countyId, '本县');
    }
    const user = await transaction.findOneBy(UserEntity, { countyId, name: administratorName });
    if (user) return { countyId, administratorId: user.id };
    const password = givenPassword ?? generatedPassword();
    const administratorId = uuid();
    await transaction.insert(UserEntity, {
      countyId,
      id: administratorId,
      name: administratorName,
      role: 'county_admin',
      agencyId: null,
      passwordHash: await hashPassword(password),
      mustChangePassword: givenPassword === undefined,
    });
    return { countyId, administratorId, ...(givenPassword ? {} : { generatedPassword: password }) };
  });
}
