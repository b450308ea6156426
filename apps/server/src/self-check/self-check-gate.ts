import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../http/app-error';
import { SelfCheckService } from './self-check.service';

/** Stands before the upload: nothing is taken while the page is switched off, nor more than 20 files in ten minutes from one address, 120 from all. */
@Injectable()
export class SelfCheckGate implements CanActivate {
  private readonly byAddress = new RateLimiterMemory({ points: 20, duration: 600 });
  private readonly byAll = new RateLimiterMemory({ points: 120, duration: 600 });

  constructor(private readonly checks: SelfCheckService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { isOn } = await this.checks.rule();
    if (!isOn) throw new AppError('self-check-off', 403);
    const { ip = '' } = context.switchToHttp().getRequest<Request>();
    try {
      await this.byAddress.consume(ip);
      await this.byAll.consume('all');
    } catch {
      throw new AppError('too-many-checks', 429);
    }
    return true;
  }
}
