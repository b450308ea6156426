import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where agencies came from: merged, renamed, split. An agency another came from cannot be removed. */
export class AgencyLineage1764900000000 implements MigrationInterface {
  name = 'AgencyLineage1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agency_predecessor (
        county_id uuid not null,
        agency_id uuid not null,
        predecessor_id uuid not null,
        since_year int not null,
        kind text not null check (kind in ('merged', 'renamed', 'split')),
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, agency_id, predecessor_id),
        check (agency_id <> predecessor_id),
        foreign key (county_id, agency_id) references agency (county_id, id) on delete cascade,
        foreign key (county_id, predecessor_id) references agency (county_id, id)
      );
      create index agency_predecessor_of on agency_predecessor (county_id, predecessor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table agency_predecessor');
  }
}
