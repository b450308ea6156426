import type { MigrationInterface, QueryRunner } from 'typeorm';

/** County first in every key, so that the tables can be distributed by county one day. */
export class FirstSchema1764000000000 implements MigrationInterface {
  name = 'FirstSchema1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table county (
        id uuid primary key,
        name text not null,
        sample text not null check (sample in ('absent', 'loading', 'present')),
        sample_total int not null
      );
      create table agency (
        county_id uuid not null references county (id),
        id uuid not null,
        code text not null,
        name text not null,
        kind text not null,
        aliases text[] not null,
        first_year int,
        last_year int,
        position int not null,
        primary key (county_id, id)
      );
      create unique index agency_code on agency (county_id, code);
      create table round (
        county_id uuid not null references county (id),
        year int not null,
        on_time_by date not null,
        closes_on date not null,
        primary key (county_id, year)
      );
      create table app_user (
        county_id uuid not null references county (id),
        id uuid not null,
        name text not null,
        role text not null check (role in ('county_admin', 'reviewer', 'township', 'reader')),
        agency_id uuid,
        password_hash text not null,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id)
      );
      create unique index app_user_name on app_user (county_id, name);
      create table sign_in (
        county_id uuid not null,
        id uuid not null,
        user_id uuid not null,
        token_hash text not null,
        began_at timestamptz not null,
        seen_at timestamptz not null,
        primary key (county_id, id),
        foreign key (county_id, user_id) references app_user (county_id, id) on delete cascade
      );
      create unique index sign_in_token on sign_in (county_id, token_hash);
      create table submission (
        county_id uuid not null references county (id),
        id uuid not null,
        batch_id uuid not null,
        file_name text not null,
        bytes int not null,
        sha256 text not null,
        status text not null,
        reason text,
        sentence text not null,
        agency_id uuid,
        year int,
        is_assigned boolean not null,
        read_agency text,
        read_year int,
        duplicate_of uuid,
        started_count int not null,
        received_by uuid,
        received_at timestamptz not null,
        finished_at timestamptz,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id)
      );
      create unique index submission_sha256 on submission (county_id, sha256) where status not in ('duplicate', 'discarded');
      create index submission_batch on submission (county_id, batch_id);
      create table report (
        county_id uuid not null,
        id uuid not null,
        agency_id uuid not null,
        year int not null,
        version int not null,
        stands boolean not null,
        submission_id uuid not null,
        edition text not null check (edition in ('2019', '2021')),
        figures jsonb not null,
        received_at timestamptz not null,
        primary key (county_id, id),
        foreign key (county_id, agency_id) references agency (county_id, id),
        foreign key (county_id, submission_id) references submission (county_id, id)
      );
      create unique index report_version on report (county_id, agency_id, year, version);
      create unique index report_stands on report (county_id, agency_id, year) where stands;
      create unique index report_submission on report (county_id, submission_id);
      create table reading (
        county_id uuid not null,
        report_id uuid not null,
        reader_version text not null,
        edition_presumed boolean not null,
        figures jsonb not null,
        agency_signs jsonb not null,
        year_signs jsonb not null,
        remarks jsonb not null,
        sections jsonb not null,
        unclear_count int not null,
        primary key (county_id, report_id),
        foreign key (county_id, report_id) references report (county_id, id) on delete cascade
      );
      create table waiting_reading (
        county_id uuid not null,
        submission_id uuid not null,
        reading jsonb not null,
        primary key (county_id, submission_id),
        foreign key (county_id, submission_id) references submission (county_id, id) on delete cascade
      );
      create table finding (
        county_id uuid not null,
        report_id uuid not null,
        place int not null,
        severity text not null,
        finding jsonb not null,
        primary key (county_id, report_id, place),
        foreign key (county_id, report_id) references report (county_id, id) on delete cascade
      );
      create table audit_entry (
        county_id uuid not null references county (id),
        id uuid not null,
        at timestamptz not null,
        user_id uuid,
        deed text not null,
        details jsonb not null,
        primary key (county_id, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table audit_entry, finding, waiting_reading, reading, report, submission, sign_in, app_user, round, agency, county',
    );
  }
}
