import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A correction makes a version of the same document, so one document may have several; what a person settled stands beside the reading. */
export class Corrections1764100000000 implements MigrationInterface {
  name = 'Corrections1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index report_submission;
      create index report_submission on report (county_id, submission_id);
      alter table report
        add column origin text not null default 'read' check (origin in ('read', 'corrected', 'undone', 'entered', 'reread')),
        add column based_on int,
        add column made_by uuid,
        add column made_at timestamptz,
        add column reason text;
      alter table reading add column settlements jsonb not null default '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reading drop column settlements;
      alter table report drop column origin, drop column based_on, drop column made_by, drop column made_at, drop column reason;
      drop index report_submission;
      create unique index report_submission on report (county_id, submission_id);
    `);
  }
}
