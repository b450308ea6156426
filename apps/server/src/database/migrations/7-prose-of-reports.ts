import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps what stands before the first heading, and the headings themselves: checks of year, name, period and form look at them. */
export class ProseOfReports1764600000000 implements MigrationInterface {
  name = 'ProseOfReports1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading add column opening text, add column headings jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reading drop column opening, drop column headings');
  }
}
