import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The county itself as a row beside its agencies, for its own report, and the scope that report states. */
export class CountyReport1765200000000 implements MigrationInterface {
  name = 'CountyReport1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table round add county_scope text not null default '全县';
      insert into agency (county_id, id, code, name, kind, aliases, position)
        select id, id, '县级报告', name || '人民政府', '县级报告', '{}', 1000000 from county;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from agency where kind = '县级报告';
      alter table round drop county_scope;
    `);
  }
}
