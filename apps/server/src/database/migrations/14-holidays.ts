import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holidays of years the program does not know, entered by the county from the published notice. */
export class Holidays1765310000000 implements MigrationInterface {
  name = 'Holidays1765310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table holiday_year (
        county_id uuid not null references county (id),
        year int not null,
        holidays jsonb not null,
        worked text[] not null,
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table holiday_year');
  }
}
