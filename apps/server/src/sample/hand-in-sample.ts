import { links, routes } from '@mingshu/contracts/routes';
import type { Progress } from '@mingshu/contracts';
import { agenciesCsv, countyReports, sampleDocuments } from '@mingshu/sample-county';
import type { DataSource } from 'typeorm';
import { agenciesOnly } from '../database/county-row';
import { AgencyEntity, CountyEntity } from '../database/entities';
import { playSampleSeason } from './sample-season';

const together = 19;

export interface SampleSurroundings {
  readonly database: DataSource;
  readonly countyId: string;
  readonly address: string;
  /** Cookie of a sign-in opened for this purpose. */
  readonly cookie: string;
  readonly say: (done: number, total: number) => void;
  readonly isStopping: () => boolean;
}

/** Whether the sample county should be handed in: nothing is there yet, or an earlier hand-in was cut off. */
export async function wantsSample(database: DataSource, countyId: string): Promise<boolean> {
  const county = await database.getRepository(CountyEntity).findOneByOrFail({ id: countyId });
  if (county.sample !== 'absent') return county.sample === 'loading';
  const [used] = await database.query<unknown[]>(
    `select 1 from audit_entry where county_id = $1 and deed in ('remove-sample', 'import-roster', 'add-agency', 'hand-in') limit 1`,
    [countyId],
  );
  return !used && (await database.getRepository(AgencyEntity).countBy({ countyId, ...agenciesOnly })) === 0;
}

/**
 * Hands in the sample county over the HTTP interface, as a person would: first the roster, then the documents, nineteen at a time, then what the
 * office did with them. Begun anew after an
 * interruption it doubles nothing, since the same bytes are kept once.
 */
export async function handInSample({ database, countyId, address, cookie, say, isStopping }: SampleSurroundings): Promise<void> {
  const documents = [...sampleDocuments(), ...countyReports()];
  const counties = database.getRepository(CountyEntity);
  await counties.update({ id: countyId }, { sample: 'loading', sampleTotal: documents.length });
  const post = async (path: string, form: FormData) => {
    const response = await fetch(`${address}/api${path}`, { method: 'POST', headers: { cookie, origin: address }, body: form });
    if (!response.ok) throw new Error(`handing in the sample failed: ${response.status} ${await response.text()}`);
  };
  const roster = new FormData();
  roster.append('file', new Blob([agenciesCsv()]), '清河县单位名册.csv');
  await post(`${routes.importRoster[1]}?apply=true`, roster);
  for (let first = 0; first < documents.length && !isStopping(); first += together) {
    const form = new FormData();
    for (const { fileName, bytes } of documents.slice(first, first + together))
      form.append('files', new Blob([new Uint8Array(await bytes())]), fileName);
    await post(routes.handIn[1], form);
    await watch(
      address,
      cookie,
      (done) => say(Math.min(done, documents.length), documents.length),
      first + together >= documents.length ? documents.length : 0,
      isStopping,
    );
  }
  if (!isStopping()) await playSampleSeason({ address, cookie });
  if (!isStopping()) await counties.update({ id: countyId, sample: 'loading' }, { sample: 'present' });
}

/** Follows the progress stream until `enough` documents have ended; with 0 it looks once. */
async function watch(
  address: string,
  cookie: string,
  say: (done: number) => void,
  enough: number,
  isStopping: () => boolean,
): Promise<void> {
  const stream = await fetch(address + links.progress(), { headers: { cookie } });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const line = /^data: (\{.*)$/m.exec(event)?.[1];
      if (!line) continue;
      const { done, total } = JSON.parse(line) as Progress;
      say(done);
      if (enough === 0 || isStopping() || (done >= enough && done === total)) return;
    }
  }
}
