import { Module } from '@nestjs/common';
import { AgenciesModule } from '../agencies/agencies.module';
import { StatisticsRepository } from './statistics.repository';
import { StatisticsService } from './statistics.service';

@Module({ imports: [AgenciesModule], providers: [StatisticsRepository, StatisticsService], exports: [StatisticsService] })
export class StatisticsModule {}
