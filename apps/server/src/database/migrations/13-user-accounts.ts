import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that are given, ended and reset by an administrator. An active township account without an agency would see the whole county, so none may exist. */
export class UserAccounts1765300000000 implements MigrationInterface {
  name = 'UserAccounts1765300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app_user
        add column is_active boolean not null default true,
        add column must_change_password boolean not null default false,
        add column last_sign_in_at timestamptz,
        add constraint app_user_township_has_agency check (role <> 'township' or agency_id is not null or not is_active);
      alter table sign_in add column by_password boolean not null default true;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sign_in drop column by_password;
      alter table app_user drop constraint app_user_township_has_agency, drop column is_active, drop column must_change_password,
        drop column last_sign_in_at;
    `);
  }
}
