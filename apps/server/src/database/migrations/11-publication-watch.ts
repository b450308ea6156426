import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pages are looked at again by themselves, which no person asked for. */
export class PublicationWatch1765110000000 implements MigrationInterface {
  name = 'PublicationWatch1765110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table publication alter column by_id drop not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from publication where by_id is null;
      alter table publication alter column by_id set not null;
    `);
  }
}
