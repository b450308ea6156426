import type { OpinionDraft } from '@mingshu/contracts';
import { opinionLetter, type OpinionLetter } from '@mingshu/report-checks';
import { computed, ref, watch, type Ref } from 'vue';
import { keptDraft } from '../../api/kept-draft';
import { user } from '../../api/session';
import { dayOf } from '../../locales/wording';

export type EditedItem = OpinionDraft['items'][number] & { isOut?: boolean };

/** An opinion as a person is wording it. */
export interface EditedOpinion {
  readonly version: number;
  dueOn: string;
  /** The day it was sent back where that was before today; else empty. */
  returnedOn?: string;
  opening: string;
  items: EditedItem[];
}

/** A draft being worded: kept in this browser until it is sent, and put back when the same version is opened again. */
export interface OpinionInWork {
  readonly draft: OpinionDraft;
  readonly edited: Ref<EditedOpinion>;
  readonly isRestored: Ref<boolean>;
  /** What will be sent: neither taken out nor empty. */
  readonly points: Readonly<Ref<readonly EditedItem[]>>;
  readonly letter: Readonly<Ref<OpinionLetter>>;
  readonly startAnew: () => void;
  readonly forget: () => void;
}

const fresh = ({ version, dueOn, opening, items }: OpinionDraft): EditedOpinion => ({
  version,
  dueOn,
  opening,
  items: items.map((item) => ({ ...item })),
});

/** Puts what was typed before about the same version back: wording by finding, and the points added by hand. */
export function opinionInWork(draft: OpinionDraft): OpinionInWork {
  const kept = keptDraft(`opinion.${draft.agencyId}.${draft.year}`);
  const before = kept.text.value === '' ? undefined : (JSON.parse(kept.text.value) as EditedOpinion);
  const isRestored = ref(before?.version === draft.version);
  const restored = (typed: EditedOpinion): EditedOpinion => ({
    version: draft.version,
    dueOn: typed.dueOn,
    returnedOn: typed.returnedOn,
    opening: typed.opening,
    items: [
      ...draft.items.map((item): EditedItem => typed.items.find(({ key }) => key === item.key) ?? { ...item }),
      ...typed.items.filter(({ key }) => key === null),
    ],
  });
  const edited = ref(before && isRestored.value ? restored(before) : fresh(draft));
  watch(edited, (now, last) => now === last && (kept.text.value = JSON.stringify(now)), { deep: true, flush: 'sync' });
  const points = computed(() => edited.value.items.filter(({ text, isOut }) => !isOut && text.trim() !== ''));
  const letter = computed(() =>
    opinionLetter({
      ...draft,
      ...edited.value,
      countyName: user.value?.countyName ?? '',
      points: points.value,
      issuedOn: edited.value.returnedOn || dayOf(new Date().toISOString()),
    }),
  );
  const startAnew = () => {
    kept.forget();
    isRestored.value = false;
    edited.value = fresh(draft);
  };
  return { draft, edited, isRestored, points, letter, startAnew, forget: kept.forget };
}

/** What is sent of one opinion. */
export const opinionToSend = ({ draft, edited, points }: OpinionInWork) => ({
  version: draft.version,
  revision: draft.revision,
  dueOn: edited.value.dueOn,
  ...(edited.value.returnedOn ? { returnedOn: edited.value.returnedOn } : {}),
  opening: edited.value.opening,
  items: points.value.map(({ text, key }) => ({ text: text.trim(), key })),
});
