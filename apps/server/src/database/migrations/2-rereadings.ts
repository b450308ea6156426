import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reading all documents anew: one run at a time, each document a row, so that progress and results are counted in the database. */
export class Rereadings1764101000000 implements MigrationInterface {
  name = 'Rereadings1764101000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rereading (
        county_id uuid not null references county (id),
        id uuid not null,
        year int,
        state text not null check (state in ('running', 'done', 'cancelled')),
        reader_version text not null,
        started_by uuid not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        primary key (county_id, id)
      );
      create unique index rereading_running on rereading (county_id) where state = 'running';
      create table reread_document (
        county_id uuid not null,
        rereading_id uuid not null,
        submission_id uuid not null,
        state text not null,
        sentence text not null,
        started_count int not null,
        report_id uuid,
        changes jsonb not null,
        reading jsonb,
        primary key (county_id, rereading_id, submission_id),
        foreign key (county_id, rereading_id) references rereading (county_id, id) on delete cascade,
        foreign key (county_id, submission_id) references submission (county_id, id) on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reread_document, rereading');
  }
}
