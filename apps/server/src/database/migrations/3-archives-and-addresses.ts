import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Archives with their members, documents fetched from an address, and the rule about addresses. */
export class ArchivesAndAddresses1764200000000 implements MigrationInterface {
  name = 'ArchivesAndAddresses1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table submission
        add column archive_id uuid,
        add column archive_place int,
        add column skipped jsonb,
        add column source jsonb,
        add foreign key (county_id, archive_id) references submission (county_id, id);
      create unique index submission_archive_place on submission (county_id, archive_id, archive_place) where archive_id is not null;
      create index submission_under_way on submission (county_id, received_at) where status in ('received', 'reading');
      create table address_rule (
        county_id uuid not null references county (id),
        is_on boolean not null,
        hosts text[] not null,
        primary key (county_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table address_rule;
      drop index submission_under_way;
      alter table submission drop column source, drop column skipped, drop column archive_place, drop column archive_id;
    `);
  }
}
