import { links, routes, type RouteName, type RouteShapes } from '@mingshu/contracts/routes';
import type { HandedIn, Submission } from '@mingshu/contracts';
import { until } from './programs';

type Asked<Name extends RouteName> = Omit<RouteShapes[Name], 'answer'>;

/** A refusal of the server, with the code of its problem. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    body: string,
  ) {
    super(`${status} ${code}: ${body.slice(0, 500)}`);
  }
}

/** A person at the HTTP interface, with a sign-in of their own. */
export class Clerk {
  private constructor(
    readonly address: string,
    private readonly cookie: string,
  ) {}

  static async signIn(address: string, name: string, password: string): Promise<Clerk> {
    const response = await fetch(`${address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ name, password }),
    });
    if (!response.ok) throw new Refused(response.status, 'sign-in', await response.text());
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    return new Clerk(address, cookie);
  }

  /** Nobody: no sign-in at all. */
  static nobody(address: string): Clerk {
    return new Clerk(address, '');
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(this.address + path, {
      ...init,
      headers: { cookie: this.cookie, origin: this.address, ...(init.headers as Record<string, string>) },
    });
  }

  async call<Name extends RouteName>(name: Name, asked: Asked<Name>): Promise<RouteShapes[Name]['answer']> {
    const {
      path = {},
      query = {},
      body,
    } = asked as { path?: Record<string, string | number>; query?: Record<string, unknown>; body?: unknown };
    const [method, pattern] = routes[name];
    const filled = pattern.replace(/:(\w+)/g, (_, place: string) => encodeURIComponent(String(path[place])));
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
    );
    const isForm = body instanceof FormData;
    const response = await this.fetch(`/api${filled}${search.size ? `?${search}` : ''}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: isForm ? body : JSON.stringify(body), headers: isForm ? {} : { 'content-type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(response.status, (JSON.parse(text || '{}') as { code?: string }).code ?? '', text);
    return (text ? JSON.parse(text) : null) as RouteShapes[Name]['answer'];
  }

  handIn(files: readonly { name: string; bytes: Uint8Array | string }[], fields: Record<string, string> = {}): Promise<HandedIn> {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.append(key, value);
    for (const { name, bytes } of files) form.append('files', new Blob([bytes as BlobPart]), name);
    return this.call('handIn', { body: form });
  }

  /** Hands in and waits until every document has ended in some status. */
  async handInAndWait(
    files: readonly { name: string; bytes: Uint8Array | string }[],
    fields: Record<string, string> = {},
  ): Promise<Map<string, Submission>> {
    const { batchId, submissions } = await this.handIn(files, fields);
    return until(async () => {
      const list = await this.call('submissions', { query: { batch: batchId, limit: 500 } });
      const isUnderWay = list.submissions.some(({ status }) => status === 'received' || status === 'reading');
      return (
        !isUnderWay &&
        list.submissions.length >= submissions.length &&
        new Map(list.submissions.map((submission) => [submission.fileName, submission]))
      );
    });
  }

  async importRoster(csv: string): Promise<RouteShapes['importRoster']['answer']> {
    const form = new FormData();
    form.append('file', new Blob([csv]), 'roster.csv');
    return this.call('importRoster', { query: { apply: true }, body: form });
  }

  async original(submissionId: string): Promise<Uint8Array> {
    const response = await this.fetch(links.original(submissionId));
    return new Uint8Array(await response.arrayBuffer());
  }
}
