import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of last year's reports a judgement knew, so that only those are judged again that did not; who is named as copied from is found at once. */
export class JudgedWith1765000000000 implements MigrationInterface {
  name = 'JudgedWith1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table report add column judged_with uuid[] not null default '{}';
      create index finding_of_copies on finding (county_id, (finding ->> 'subject')) where finding ->> 'check' = 'DUP-TEXT';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index finding_of_copies; alter table report drop column judged_with');
  }
}
