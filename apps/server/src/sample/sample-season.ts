import { routes, type RouteName, type RouteShapes } from '@mingshu/contracts/routes';
import { sampleAgencies, sampleHandIns, samplePage, samplePublications, sampleReturns } from '@mingshu/sample-county';

type Asked<Name extends RouteName> = Omit<RouteShapes[Name], 'answer'>;

/** A sign-in at the HTTP interface. */
export interface SampleClerk {
  readonly address: string;
  readonly cookie: string;
}

async function call<Name extends RouteName>(
  { address, cookie }: SampleClerk,
  name: Name,
  asked: Asked<Name>,
): Promise<RouteShapes[Name]['answer']> {
  const { path = {}, body } = asked as { path?: Record<string, string | number>; body?: unknown };
  const [method, pattern] = routes[name];
  const filled = pattern.replace(/:(\w+)/g, (_, place: string) => encodeURIComponent(String(path[place])));
  const isForm = body instanceof FormData;
  const response = await fetch(`${address}/api${filled}`, {
    method,
    headers: { cookie, origin: address, ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`preparing the sample failed: ${name} ${response.status} ${await response.text()}`);
  return (await response.json()) as RouteShapes[Name]['answer'];
}

/**
 * What the office did in the sample county's seasons, through the same doors a clerk uses: when each report was handed in, one return from paper, sign-offs
 * and publications. What an interrupted hand-in had recorded already is left as it is.
 */
export async function playSampleSeason(clerk: SampleClerk): Promise<void> {
  const agencies = await call(clerk, 'agencies', {});
  const idOf = (shortName: string) => {
    const { code } = sampleAgencies.find((one) => one.shortName === shortName)!;
    return agencies.find((agency) => agency.code === code)!.id;
  };
  for (const { year, dates } of sampleHandIns()) {
    const { lines } = await call(clerk, 'ledger', { path: { year } });
    const open = dates.filter(({ agency }) =>
      lines.some(
        ({ agencyId, status, recordedHandIn }) => agencyId === idOf(agency.shortName) && status !== 'not_filed' && recordedHandIn === null,
      ),
    );
    if (open.length === 0) continue;
    const body = { reason: '按收文登记', dates: open.map(({ agency, on }) => ({ agencyId: idOf(agency.shortName), handedInOn: on })) };
    await call(clerk, 'recordHandInDates', { path: { year }, body });
  }
  for (const { agency, year, returnedOn, dueOn } of sampleReturns) {
    const path = { agencyId: idOf(agency), year };
    if ((await call(clerk, 'reportFindings', { path })).opinions.length > 0) continue;
    const draft = await call(clerk, 'draftOpinion', { path });
    await call(clerk, 'returnReport', { path, body: { ...draft, returnedOn, dueOn } });
  }
  for (const publication of samplePublications) {
    const { agency, year, address, statedOn = '', isSigned } = publication;
    const path = { agencyId: idOf(agency), year };
    const { version, revision, signing } = await call(clerk, 'reportFindings', { path });
    if (isSigned && !signing.signed) await call(clerk, 'signOff', { path, body: { version, revision, confirmed: true } });
    const { lines } = await call(clerk, 'publications', { path: { year } });
    if (lines.find(({ agencyId }) => agencyId === path.agencyId)?.looks.length) continue;
    const body = new FormData();
    const fields = { agencyId: path.agencyId, address, ...(statedOn ? { statedOn } : {}) };
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    const page = samplePage(publication);
    if (page) body.append('file', new Blob([new Uint8Array(page.bytes)]), page.fileName);
    await call(clerk, 'registerPublication', { path: { year }, body });
  }
}
