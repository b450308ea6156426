import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sample of the words of every standing report, so that copied text is found among a county's reports without reading them all. */
export class TextSketches1764700000000 implements MigrationInterface {
  name = 'TextSketches1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table text_sketch (
        county_id uuid not null,
        agency_id uuid not null,
        year int not null,
        report_id uuid not null,
        sketch jsonb not null,
        primary key (county_id, agency_id, year),
        foreign key (county_id, report_id) references report (county_id, id) on delete cascade
      );
      create index text_sketch_year on text_sketch (county_id, year);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table text_sketch');
  }
}
