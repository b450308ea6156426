import { Injectable } from '@nestjs/common';

/** The only place that asks what time it is. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in China as an ISO day: deadlines are days of the office, not of the server. */
  today(): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(this.now());
  }
}
