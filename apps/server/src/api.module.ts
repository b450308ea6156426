import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { AddressesController } from './addresses/addresses.controller';
import { AddressesModule } from './addresses/addresses.module';
import { AgenciesController } from './agencies/agencies.controller';
import { AgenciesModule } from './agencies/agencies.module';
import { CountyReportController } from './county-report/county-report.controller';
import { CountyReportModule } from './county-report/county-report.module';
import { FindingsController } from './findings/findings.controller';
import { FindingsModule } from './findings/findings.module';
import { OpinionsController } from './findings/opinions.controller';
import { HealthController } from './http/health.controller';
import { ProblemFilter } from './http/problem.filter';
import { IdentityController } from './identity/identity.controller';
import { IdentityModule } from './identity/identity.module';
import { SignInGuard } from './identity/sign-in.guard';
import { UsersController } from './identity/users.controller';
import { LedgerController } from './ledger/ledger.controller';
import { LedgerModule } from './ledger/ledger.module';
import { LineageController } from './lineage/lineage.controller';
import { LineageModule } from './lineage/lineage.module';
import { PublicationsController } from './publications/publications.controller';
import { PublicationsModule } from './publications/publications.module';
import { ReportsController } from './reports/reports.controller';
import { ReportsModule } from './reports/reports.module';
import { RereadingsController } from './rereadings/rereadings.controller';
import { RereadingsModule } from './rereadings/rereadings.module';
import { HolidaysController } from './rounds/holidays.controller';
import { RoundsController } from './rounds/rounds.controller';
import { RoundsModule } from './rounds/rounds.module';
import { RulesController } from './rules/rules.controller';
import { RulesModule } from './rules/rules.module';
import { CountyController } from './sample/county.controller';
import { SampleModule } from './sample/sample.module';
import { SelfCheckController } from './self-check/self-check.controller';
import { SelfCheckModule } from './self-check/self-check.module';
import { StatisticsController } from './statistics/statistics.controller';
import { StatisticsModule } from './statistics/statistics.module';
import { OriginalsController } from './submissions/originals.controller';
import { SubmissionsController } from './submissions/submissions.controller';
import { SubmissionsModule } from './submissions/submissions.module';

/** The role that answers requests. This list of controllers is everything that can be asked. */
export const controllers = [
  IdentityController,
  UsersController,
  CountyController,
  AgenciesController,
  LineageController,
  RoundsController,
  HolidaysController,
  LedgerController,
  SubmissionsController,
  OriginalsController,
  RereadingsController,
  AddressesController,
  PublicationsController,
  ReportsController,
  RulesController,
  CountyReportController,
  FindingsController,
  OpinionsController,
  SelfCheckController,
  StatisticsController,
  HealthController,
];

@Module({})
export class ApiModule {
  static on(platform: DynamicModule): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        platform,
        IdentityModule,
        SampleModule,
        AgenciesModule,
        LineageModule,
        RoundsModule,
        LedgerModule,
        SubmissionsModule,
        RereadingsModule,
        AddressesModule,
        PublicationsModule,
        ReportsModule,
        RulesModule,
        CountyReportModule,
        FindingsModule,
        SelfCheckModule,
        StatisticsModule,
      ],
      controllers,
      providers: [
        { provide: APP_GUARD, useClass: SignInGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useValue: new StandardSchemaValidationPipe() },
      ],
    };
  }
}
