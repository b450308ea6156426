import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reading says about itself: foreign rows and columns, and whether it can be taken over without a person. */
export class Certainty1764500000000 implements MigrationInterface {
  name = 'Certainty1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table reading add column extensions jsonb not null default '[]', add column acceptance jsonb");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading drop column extensions, drop column acceptance');
  }
}
