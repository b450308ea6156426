import { getQueueToken } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { Queue } from 'bullmq';
import { ApiModule } from './api.module';
import { CurrentCounty } from './config/current-county';
import { keepUploadsIn } from './documents/document-storage';
import { guardPages, serveWebApp } from './http/web-app';
import type { Platform } from './platform';
import { PlatformModule } from './platform.module';
import { INGESTION, RECHECKS, REREADINGS, SCANS } from './queues/queues';

/** Builds the program that answers requests; it listens only when asked to. */
export async function createApi(platform: Platform, countyId: string): Promise<NestExpressApplication> {
  keepUploadsIn(platform.documents);
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.on(PlatformModule.on(platform, new CurrentCounty(countyId))), {
    logger: ['error'],
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  guardPages(app);
  serveWebApp(app);
  const description = new DocumentBuilder()
    .setTitle('明数')
    .setDescription('政府信息公开工作年度报告：接收、识读、校验、汇总')
    .setVersion('0.1.0')
    .addCookieAuth('mingshu_session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), { jsonDocumentUrl: 'api/docs-json' });
  await app.init();
  // Longer than any browser or proxy keeps a connection it has stopped using: closed by us, its next request would be lost.
  app.getHttpServer().keepAliveTimeout = 75_000;
  await Promise.all(
    [INGESTION, RECHECKS, SCANS, REREADINGS].map((name) => app.get<Queue>(getQueueToken(name), { strict: false }).waitUntilReady()),
  );
  return app;
}
