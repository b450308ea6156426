import type { Request, Response } from 'express';

const plain = 'mingshu_session';
const secure = '__Host-mingshu_session';

const cookies = (request: Request) =>
  new Map(
    (request.headers.cookie ?? '')
      .split(';')
      .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()] as const),
  );

/** The token a request carries. */
export const tokenOf = (request: Request): string | undefined => cookies(request).get(secure) ?? cookies(request).get(plain);

/** Over HTTPS the cookie is bound to this host and never leaves by plain HTTP; many offices have plain HTTP on their own network only. */
export function giveToken(request: Request, response: Response, token: string): void {
  response.cookie(request.secure ? secure : plain, token, { httpOnly: true, sameSite: 'lax', secure: request.secure, path: '/' });
}

export function takeToken(response: Response): void {
  for (const name of [plain, secure]) response.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'lax', secure: name === secure });
}
