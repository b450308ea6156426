import { Injectable } from '@nestjs/common';
import type { County } from '@mingshu/contracts';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { CurrentCounty } from '../config/current-county';
import { nameCountyRow } from '../database/county-row';
import { AgencyEntity, CountyEntity, RoundEntity } from '../database/entities';
import { DocumentStore } from '../documents/document-store';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';

/** The county of this installation, and whether what it holds is sample data. */
@Injectable()
export class CountyService {
  constructor(
    private readonly database: DataSource,
    private readonly current: CurrentCounty,
    private readonly documents: DocumentStore,
    private readonly audit: AuditService,
  ) {}

  async county(): Promise<County> {
    const county = await this.database.getRepository(CountyEntity).findOneByOrFail({ id: this.current.id });
    const rounds = await this.database.getRepository(RoundEntity).find({ where: { countyId: county.id }, order: { year: 'ASC' } });
    const [{ done }] = await this.database.query<[{ done: number }]>(
      `select count(*)::int as done from submission where county_id = $1 and status not in ('received', 'reading')`,
      [county.id],
    );
    const { id, name: rowName } = await this.database.getRepository(AgencyEntity).findOneByOrFail({ countyId: county.id, id: county.id });
    return {
      name: county.name,
      own: { id, name: rowName },
      years: rounds.map(({ year }) => year),
      sample: {
        state: county.sample,
        total: county.sampleTotal,
        done: county.sample === 'absent' ? 0 : Math.min(done, county.sampleTotal),
      },
    };
  }

  async rename(scope: Scope, name: string): Promise<County> {
    await this.database.transaction(async (transaction) => {
      await transaction.update(CountyEntity, { id: scope.countyId }, { name });
      await nameCountyRow(transaction, scope.countyId, name);
      await this.audit.write(transaction, scope, 'rename-county', { name });
    });
    return this.county();
  }

  /** Removes agencies, years and reports of the sample county at once; users and the audit trail stay. @throws AppError sample-not-removable where there is none. */
  async removeSample(scope: Scope): Promise<void> {
    const hashes = await this.database.transaction(async (transaction) => {
      const county = await transaction.findOneOrFail(CountyEntity, { where: { id: scope.countyId }, lock: { mode: 'pessimistic_write' } });
      if (county.sample !== 'present') throw new AppError('sample-not-removable', 409);
      const kept = await transaction.query<{ sha256: string }[]>(
        `select sha256 from submission where county_id = $1 union select sha256 from publication where county_id = $1 and sha256 is not null`,
        [county.id],
      );
      // Accounts of the agencies that go cannot sign in again until an administrator gives them another agency.
      await transaction.query('update app_user set is_active = false, agency_id = null where county_id = $1 and agency_id is not null', [
        county.id,
      ]);
      for (const table of [
        'reread_document',
        'rereading',
        'finding_answer',
        'opinion',
        'sign_off',
        'rule_setting',
        'finding',
        'reading',
        'report',
        'waiting_reading',
        'submission',
        'reminder',
        'publication',
        'hand_in_date',
        'filing_exception',
        'round_category',
        'round',
        'agency_predecessor',
        'agency',
      ])
        await transaction.query(`delete from ${table} where county_id = $1`, [county.id]);
      await transaction.update(CountyEntity, { id: county.id }, { sample: 'absent', sampleTotal: 0, name: '本县' });
      await nameCountyRow(transaction, county.id, '本县');
      await this.audit.write(transaction, scope, 'remove-sample', { documents: kept.length });
      return kept.map(({ sha256 }) => sha256);
    });
    await Promise.all(hashes.map((sha256) => this.documents.remove(sha256)));
  }
}
