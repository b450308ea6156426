import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When reports were handed in and sent back before this program knew, when they must be public, and where they are. */
export class Publication1765100000000 implements MigrationInterface {
  name = 'Publication1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table round add column publish_by date;
      alter table round_category add column publish_by date;
      alter table opinion add column returned_on date;
      create table hand_in_date (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        handed_in_on date,
        reason text not null,
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id) on delete cascade
      );
      create index hand_in_date_year on hand_in_date (county_id, year, agency_id);
      create table publication (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        how text not null check (how in ('fetched', 'registered')),
        state text not null check (state in ('waiting', 'read', 'unread', 'failed', 'stated')),
        batch_id uuid,
        address text not null,
        file_address text,
        file_name text,
        sha256 text,
        printed_on date,
        printed_as text not null,
        stated_on date,
        note text not null,
        sentence text not null,
        published jsonb,
        started_count int not null,
        by_id uuid not null,
        by_name text not null,
        at timestamptz not null,
        seen_at timestamptz,
        withdrawn_at timestamptz,
        withdrawn_by text,
        withdrawn_reason text,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id)
      );
      create index publication_year on publication (county_id, year, agency_id);
      create index publication_waiting on publication (county_id, at) where state = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table publication, hand_in_date;
      alter table opinion drop column returned_on;
      alter table round_category drop column publish_by;
      alter table round drop column publish_by;
    `);
  }
}
