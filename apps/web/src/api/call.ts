import type { Problem, ProblemCode } from '@mingshu/contracts';
import { routes, type RouteName, type RouteShapes } from '@mingshu/contracts/routes';

/** A refusal of the server, or that it cannot be reached at all. */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode | 'unreachable',
    readonly details: Record<string, unknown> = {},
    readonly number?: string,
  ) {
    super(code);
  }
}

type Asked<Name extends RouteName> = Omit<RouteShapes[Name], 'answer'>;

let whenSignedOut: () => void = () => undefined;

/** What to do when the server no longer knows who is asking. */
export const onSignedOut = (then: () => void): void => {
  whenSignedOut = then;
};

/** The query of an address; lists are joined by commas, what is absent or empty is left out. */
export function queryText(query: object): string {
  const pairs = Object.entries(query).flatMap(([key, value]): [string, string][] => {
    const text = Array.isArray(value) ? value.join(',') : value === undefined || value === null ? '' : String(value);
    return text === '' ? [] : [[key, text]];
  });
  return new URLSearchParams(pairs).toString();
}

async function problemOf(response: Response): Promise<ProblemError> {
  try {
    const { code, details, number } = (await response.json()) as Problem;
    return new ProblemError(code, details, number);
  } catch {
    return new ProblemError(response.status >= 500 ? 'unexpected' : 'bad-request');
  }
}

/** Asks the server; types of question and answer follow from the route's name. @throws ProblemError */
export async function call<Name extends RouteName>(name: Name, asked: Asked<Name>): Promise<RouteShapes[Name]['answer']> {
  const { path = {}, query = {}, body } = asked as { path?: Record<string, string | number>; query?: object; body?: unknown };
  const [method, pattern] = routes[name];
  const filled = pattern.replace(/:(\w+)/g, (_, place: string) => encodeURIComponent(String(path[place])));
  const search = queryText(query);
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(`/api${filled}${search ? `?${search}` : ''}`, {
      method,
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : { body: isForm ? body : JSON.stringify(body), headers: isForm ? {} : { 'content-type': 'application/json' } }),
    });
  } catch {
    throw new ProblemError('unreachable');
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'not-signed-in' && name !== 'me') whenSignedOut();
    throw problem;
  }
  return (response.status === 204 ? null : await response.json()) as RouteShapes[Name]['answer'];
}

/** Sends a form and saves the document it is answered with under the name the server gives it. @throws ProblemError */
export async function saveAnswered(address: string, body: FormData): Promise<void> {
  const response = await fetch(address, { method: 'POST', credentials: 'same-origin', body }).catch(() => {
    throw new ProblemError('unreachable');
  });
  if (!response.ok) throw await problemOf(response);
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ? decodeURIComponent(name) : '';
  link.click();
  URL.revokeObjectURL(link.href);
}
