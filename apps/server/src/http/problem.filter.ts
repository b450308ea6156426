import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem, ProblemCode } from '@mingshu/contracts';
import type { Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { AppError } from './app-error';

const codes: Record<number, ProblemCode> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  413: 'file-too-large',
  429: 'too-many-attempts',
};

/** Every refusal as application/problem+json. A bug is logged under a number, and the other side learns the number alone. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return void response.end();
    const problem = this.problemOf(error, host.switchToHttp().getRequest<Request>());
    if (problem.status === 429) response.setHeader('Retry-After', '60');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown, request: Request): Problem {
    if (error instanceof AppError) return { code: error.code, status: error.status, details: error.details };
    if (error instanceof HttpException) {
      const status = error.getStatus();
      const answer = error.getResponse();
      const messages = typeof answer === 'object' ? (answer as { message?: unknown }).message : answer;
      if (status < 500) return { code: codes[status] ?? 'bad-request', status, details: { messages } };
    }
    if (error instanceof Error && 'type' in error && 'status' in error && Number(error.status) < 500)
      return { code: 'bad-request', status: Number(error.status) };
    const number = uuid();
    this.log.error(`${number} ${request.method} ${request.path}: ${error instanceof Error ? error.stack : String(error)}`);
    return { code: 'unexpected', status: 500, number };
  }
}
