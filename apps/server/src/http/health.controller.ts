import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ReaderPool } from '@mingshu/report-reader';
import { DataSource } from 'typeorm';
import { Public } from './allowed';
import { QUEUE_BACKEND, READERS } from '../config/provided';
import type { QueueBackend } from '../queues/queue-backend';

const answers = (ask: () => Promise<unknown>) =>
  ask().then(
    () => true,
    () => false,
  );

@ApiTags('系统')
@Controller('health')
export class HealthController {
  constructor(
    private readonly source: DataSource,
    @Inject(QUEUE_BACKEND) private readonly queues: QueueBackend,
    @Inject(READERS) private readonly readers: ReaderPool,
  ) {}

  @Get()
  @Public()
  async health() {
    const [database, queue] = await Promise.all([answers(() => this.source.query('select 1')), answers(() => this.queues.isAlive())]);
    return { status: database && queue ? 'ok' : 'failing', database, queue, scans: this.readers.scans, version: '0.1.0' };
  }
}
