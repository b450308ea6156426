import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decide about findings: answers, returns, sign-offs, rules. Rows are only added; the last one counts. */
export class FindingsThatLive1764300000000 implements MigrationInterface {
  name = 'FindingsThatLive1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table county add column own_sign_off text not null default 'refuse' check (own_sign_off in ('refuse', 'warn'));
      alter table finding add column key text not null default '', add column fingerprint text not null default '';
      alter table report add column judged_under text;
      create table finding_answer (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        version int not null,
        kind text not null check (kind in ('explained', 'waived', 'withdrawn')),
        text text not null,
        key text not null,
        fingerprint text not null,
        finding jsonb not null,
        by_id uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id)
      );
      create index finding_answer_report on finding_answer (county_id, year, agency_id);
      create table opinion (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        number int not null,
        version int not null,
        due_on date not null,
        opening text not null,
        items jsonb not null,
        by_id uuid not null,
        by_name text not null,
        at timestamptz not null,
        undone_at timestamptz,
        undone_by text,
        undone_reason text,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id)
      );
      create unique index opinion_number on opinion (county_id, year, number);
      create index opinion_report on opinion (county_id, year, agency_id);
      create table sign_off (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        version int not null,
        kind text not null check (kind in ('signed', 'taken_back')),
        text text not null,
        is_own boolean not null,
        by_id uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id)
      );
      create index sign_off_report on sign_off (county_id, year, agency_id);
      create table rule_setting (
        county_id uuid not null references county (id),
        id uuid not null,
        check_id text not null,
        is_off boolean not null,
        severity text check (severity in ('error', 'warning', 'info')),
        reason text not null,
        by_id uuid not null,
        by_name text not null,
        at timestamptz not null,
        primary key (county_id, id)
      );
      create index rule_setting_check on rule_setting (county_id, check_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table rule_setting, sign_off, opinion, finding_answer;
      alter table report drop column judged_under;
      alter table finding drop column key, drop column fingerprint;
      alter table county drop column own_sign_off;
    `);
  }
}
