import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { RECHECKS, workerSettings } from '../queues/queues';
import { ReportsRepository } from '../reports/reports.repository';

@Processor(RECHECKS, workerSettings)
export class RecheckProcessor extends WorkerHost {
  constructor(private readonly reports: ReportsRepository) {
    super();
  }

  async process({ data }: Job<{ countyId: string; agencyId: string; year: number }>): Promise<void> {
    await this.reports.recheck(data.countyId, data.agencyId, data.year);
  }
}
