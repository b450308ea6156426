import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The season: dates by category, extensions and excuses, contacts and reminders, the self-check's switch. */
export class Season1764400000000 implements MigrationInterface {
  name = 'Season1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table county add column self_check_on boolean not null default true;
      alter table agency
        add column category text,
        add column contact_name text not null default '',
        add column contact_phone text not null default '';
      alter table round add column confirmed_by text, add column confirmed_at timestamptz;
      create table round_category (
        county_id uuid not null,
        year int not null,
        category text not null,
        on_time_by date not null,
        closes_on date not null,
        primary key (county_id, year, category),
        foreign key (county_id, year) references round (county_id, year) on delete cascade
      );
      create table filing_exception (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        kind text not null check (kind in ('extended', 'excused', 'withdrawn')),
        until date,
        reason text not null,
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id) on delete cascade
      );
      create index filing_exception_year on filing_exception (county_id, year, agency_id);
      create table reminder (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        text text not null,
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id) on delete cascade
      );
      create index reminder_year on reminder (county_id, year, agency_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reminder, filing_exception, round_category;
      alter table round drop column confirmed_by, drop column confirmed_at;
      alter table agency drop column category, drop column contact_name, drop column contact_phone;
      alter table county drop column self_check_on;
    `);
  }
}
