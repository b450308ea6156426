/** What the type of a column of table 2 allows: whole numbers ≥ 0, signed whole numbers (本年增/减), or money with decimals. */
export type ColumnKind = 'count' | 'signed' | 'amount';

/** What a figure counts. `unstated`: the form prints no unit (采购总金额), so such figures are listed and never added. */
export type Unit = '件' | '项' | '个' | '万元' | 'unstated';

interface Labelled {
  readonly code: string;
  readonly label: string;
  readonly english: string;
}

export interface DisclosureColumn extends Labelled {
  readonly kind: ColumnKind;
  readonly unit: Unit;
  readonly aliases: readonly string[];
}

export interface DisclosureRow extends Labelled {
  readonly aliases: readonly string[];
}

/** One block of table 2: a caption line, a header line that begins with 信息内容, then its rows. */
export interface DisclosureBlock {
  readonly code: string;
  readonly caption: string;
  readonly basis: string;
  readonly columns: readonly DisclosureColumn[];
  readonly rows: readonly DisclosureRow[];
}

export interface DisclosureTable {
  readonly code: 'disclosure';
  readonly section: 2;
  readonly title: string;
  readonly cornerLabel: string;
  readonly blocks: readonly DisclosureBlock[];
}

/** A column of table 3. `parent` is the merged header above it, `null` where there is none. */
export interface ApplicantColumn extends Labelled {
  readonly parent: string | null;
  readonly aliases: readonly string[];
}

/** A row of table 3. `within` names the merged label at its left: `year` none, `results` 三、本年度办理结果 itself, else the group. */
export interface RequestRowFormat extends Labelled {
  readonly within: string;
  readonly basis: string | null;
  readonly aliases: readonly string[];
}

export interface RequestsTable {
  readonly code: 'requests';
  readonly section: 3;
  readonly title: string;
  readonly cornerLabel: string;
  readonly columnsLabel: string;
  readonly resultsLabel: string;
  readonly columns: readonly ApplicantColumn[];
  readonly groups: readonly { readonly code: string; readonly label: string }[];
  readonly rows: readonly RequestRowFormat[];
}

export interface DisputesTable {
  readonly code: 'disputes';
  readonly section: 4;
  readonly title: string;
  readonly blocks: readonly (Labelled & { readonly parent: string | null })[];
  readonly columns: readonly (Labelled & { readonly aliases: readonly string[] })[];
}

/** One of the six parts of a report. `table` is the code of the table it holds, `null` for prose. */
export interface SectionFormat {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6;
  readonly heading: string;
  readonly title: string;
  readonly table: TableCode | null;
  readonly aliases: readonly string[];
}

export type TableCode = 'disclosure' | 'requests' | 'disputes';

/** An edition of the statutory form as data. Adding one touches no logic. `lastYear: null` = still in force. */
export interface EditionFormat {
  readonly id: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly firstYear: number;
  readonly lastYear: number | null;
  readonly sections: readonly SectionFormat[];
  /** Words that stand in this edition's tables only. */
  readonly signs: readonly string[];
  readonly tables: {
    readonly disclosure: DisclosureTable;
    readonly requests: RequestsTable;
    readonly disputes: DisputesTable;
  };
}
