import { agencyKinds, countyKind } from '@mingshu/report-format';
import { In, type EntityManager } from 'typeorm';
import { AgencyEntity } from './entities';

/** Picks the reporting agencies out of the roster: all but the county itself. */
export const agenciesOnly = { kind: In([...agencyKinds]) };

/** Names the county's own row after the county, and makes it where there is none. Its id is the county's, so that anything about it can be told by that. */
export async function nameCountyRow(transaction: EntityManager, countyId: string, countyName: string): Promise<void> {
  const name = `${countyName}人民政府`;
  if ((await transaction.update(AgencyEntity, { countyId, id: countyId }, { name })).affected === 0)
    await transaction.insert(AgencyEntity, {
      ...{ countyId, id: countyId, code: countyKind, name, kind: countyKind, aliases: [], position: 1_000_000 },
    });
}
