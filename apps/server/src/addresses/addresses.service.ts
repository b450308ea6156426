import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { AddressQuestion, AddressRule, AddressPage, FromAddress, OfferedLink } from '@mingshu/contracts';
import { matchName, nameInPart, type PageLink, type ReaderPool } from '@mingshu/report-reader';
import { DataSource } from 'typeorm';
import { AgenciesService } from '../agencies/agencies.service';
import { AuditService } from '../audit/audit.service';
import { Clock } from '../config/clock';
import { READERS, SETTINGS } from '../config/provided';
import type { Settings } from '../config/settings';
import { AddressRuleEntity } from '../database/entities';
import { DocumentStore, type KeptDocument } from '../documents/document-store';
import { AppError } from '../http/app-error';
import type { Scope } from '../identity/scope';
import { SubmissionsService } from '../submissions/submissions.service';
import { AddressRefusal } from './address-refusal';
import { isListed } from './check-address';
import { fetchChecked, usualLimits } from './fetch-checked';
import { fileNameOfAnswer } from './file-name-of-answer';

export interface Fetched {
  readonly kept: KeptDocument;
  readonly fileName: string;
  readonly finalAddress: string;
}

/** Documents handed in by their address on the county's site. Off until an administrator switches it on and names the hosts. */
@Injectable()
export class AddressesService {
  constructor(
    private readonly database: DataSource,
    private readonly documents: DocumentStore,
    private readonly submissions: SubmissionsService,
    private readonly agencies: AgenciesService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    @Inject(READERS) private readonly readers: ReaderPool,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async rule({ countyId }: Pick<Scope, 'countyId'>): Promise<AddressRule> {
    const rule = await this.database.getRepository(AddressRuleEntity).findOneBy({ countyId });
    return { isOn: rule?.isOn ?? false, hosts: rule?.hosts ?? [] };
  }

  async saveRule(scope: Scope, { isOn, hosts }: AddressRule): Promise<AddressRule> {
    await this.database.transaction(async (transaction) => {
      await transaction.upsert(AddressRuleEntity, { countyId: scope.countyId, isOn, hosts: [...new Set(hosts)] }, ['countyId']);
      await this.audit.write(transaction, scope, 'save-address-rule', { isOn, hosts });
    });
    return this.rule(scope);
  }

  /**
   * Fetches an address and hands in what is there. A page that only leads to reports, or whose tables are attached files, is not handed in: its links are offered, unless the
   * page itself is asked for (`asIs`). @throws AppError address-import-off, address-refused
   */
  async handIn(scope: Scope, { address, batchId, asIs }: AddressQuestion): Promise<FromAddress> {
    const rule = await this.rule(scope);
    if (!rule.isOn) throw new AppError('address-import-off', 409);
    await this.submissions.refuseWhenFull(scope.countyId);
    const fetched = await this.fetch(address, rule);
    const page = asIs ? undefined : await this.pageOf(scope, fetched, rule);
    if (page) {
      await this.forget(scope, fetched.kept);
      return { handedIn: null, page };
    }
    const source = { address, finalAddress: fetched.finalAddress, fetchedAt: this.clock.now().toISOString() };
    const { fileName, kept } = fetched;
    return { handedIn: await this.submissions.receive(scope, [{ fileName, kept }], { batchId, source }), page: null };
  }

  /** Whether an address may be asked at all, as far as its host tells. */
  isAllowed(address: string, { hosts }: AddressRule): boolean {
    if (!URL.canParse(address)) return false;
    const { hostname, host } = new URL(address);
    return isListed(hostname, hosts) || this.settings.addressTestPlaces.includes(host);
  }

  /** The bytes behind an address, kept. @throws AppError address-refused with the sentence a clerk can act on. */
  async fetch(address: string, { hosts }: AddressRule): Promise<Fetched> {
    try {
      const { answer, taken } = await fetchChecked(address, { hosts, testPlaces: this.settings.addressTestPlaces }, (body) =>
        this.documents.put(Readable.from(body), usualLimits.bytes),
      );
      if (!taken) throw new AddressRefusal('too-large');
      return { kept: taken, fileName: fileNameOfAnswer(answer), finalAddress: answer.finalAddress };
    } catch (error) {
      if (!(error instanceof AddressRefusal)) throw error;
      throw new AppError('address-refused', 422, { reason: error.fault, sentence: error.sentence });
    }
  }

  /** A page that only leads elsewhere, with the links worth following; `undefined` for a document. The page is opened in a child process. */
  private async pageOf(scope: Scope, { kept, finalAddress, fileName }: Fetched, rule: AddressRule): Promise<AddressPage | undefined> {
    const path = this.documents.path(kept.sha256);
    const links = await this.readers.links({ path, address: finalAddress });
    if (links.kind === 'unreadable' || !links.isPage || links.reports.length + links.attachments.length === 0) return undefined;
    const reading = await this.readers.read({ path, fileName });
    const hasFigures = reading.kind === 'report' && Object.values(reading.figures).some((figure) => figure?.state !== 'unread');
    if (hasFigures) return undefined;
    const isList = links.reports.length >= 2 || (reading.kind === 'not-a-report' && links.reports.length > 0);
    if (!isList && links.attachments.length === 0) return undefined;
    const kind = isList ? 'list' : 'attachments';
    return {
      kind,
      address: finalAddress,
      links: await this.offered(scope, isList ? links.reports : links.attachments, rule, kind, reading),
    };
  }

  private async offered(
    scope: Scope,
    links: readonly PageLink[],
    rule: AddressRule,
    kind: AddressPage['kind'],
    reading: { kind: string; agency?: { value: string | null }; year?: { value: number | null } },
  ): Promise<OfferedLink[]> {
    const roster = await this.agencies.prepared(scope.countyId);
    const filed = await this.database.query<{ agencyId: string; year: number }[]>(
      'select agency_id as "agencyId", year from report where county_id = $1 and stands',
      [scope.countyId],
    );
    const isFiled = new Set(filed.map(({ agencyId, year }) => `${agencyId} ${year}`));
    return links.map(({ address, text }) => {
      const stated = /(20\d\d)年/.exec(text)?.[1] ?? /(20\d\d)/.exec(text)?.[1];
      const year = stated ? Number(stated) : kind === 'attachments' ? (reading.year?.value ?? null) : null;
      const name = nameInPart(text) || (kind === 'attachments' ? (reading.agency?.value ?? '') : '');
      const match = name === '' ? undefined : matchName(name, roster, year);
      const agency = match?.kind === 'matched' ? match : undefined;
      return {
        address,
        text,
        agencyId: agency?.agencyId ?? null,
        agencyName: agency?.name ?? null,
        year,
        hasReport: agency !== undefined && year !== null && isFiled.has(`${agency.agencyId} ${year}`),
        isAllowed: this.isAllowed(address, rule),
      };
    });
  }

  /** The bytes of a page that was only looked at are not kept, unless they are some submission's original or a publication's page. */
  private async forget({ countyId }: Scope, { sha256 }: KeptDocument): Promise<void> {
    const [used] = await this.database.query<unknown[]>(
      `select 1 from submission where county_id = $1 and sha256 = $2 union all select 1 from publication where county_id = $1 and sha256 = $2 limit 1`,
      [countyId, sha256],
    );
    if (!used) await this.documents.remove(sha256);
  }
}
