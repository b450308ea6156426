import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { installation } from '../config/settings';

/** Headers that keep the page to itself: nothing from elsewhere is loaded, framed or run. */
export function guardPages(app: NestExpressApplication): void {
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          // Charts and form parts set style attributes; they can neither load nor run anything.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          formAction: ["'self'"],
        },
      },
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      strictTransportSecurity: false,
    }),
  );
}

/** Serves the built web app; any address that is neither a file nor below /api is the app's own. */
export function serveWebApp(app: NestExpressApplication): void {
  const folder = join(installation, 'apps', 'web', 'dist');
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  app.useStaticAssets(folder, {
    index: false,
    setHeaders: (response: Response, path: string) =>
      response.setHeader('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.method !== 'GET' || request.path.startsWith('/api')) return next();
    if (/\.\w{2,5}$/.test(request.path)) return void response.status(404).end();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
}
