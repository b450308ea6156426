import type { CellCode, Figure } from '@mingshu/report-format';
import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { editedReport, savedFigure, type Edits, type ReportUnderReview } from './edited-report';
import { effectSentence } from './effect-sentence';
import { dropDraft, keepDraft, keptDraft, type Draft } from './review-drafts';

const noEdits: Edits = { figures: new Map(), confirmed: new Set() };

/** What is typed into a report: judged as it is typed, kept in this browser, undone step by step until it is saved. */
export function useEdits(report: Ref<ReportUnderReview | undefined>, basedOn: Ref<number>, draftName: Ref<string | undefined>) {
  const edits = shallowRef<Edits>(noEdits);
  const steps: Edits[] = [];
  const effect = ref('');
  const offered = shallowRef<Draft>();
  const edited = computed(() => report.value && editedReport(report.value, edits.value));
  const count = computed(() => edits.value.figures.size + edits.value.confirmed.size);

  const set = (next: Edits) => {
    steps.push(edits.value);
    edits.value = next;
  };
  const figureNow = (cell: CellCode): Figure | undefined =>
    report.value && (edits.value.figures.get(cell) ?? savedFigure(report.value, cell));

  /** Takes figures over; one that equals what is saved is no edit, but a confirmation where the cell was in doubt. */
  const type = (given: readonly { cell: CellCode; figure: Figure }[]) => {
    if (!report.value) return;
    const before = edited.value!.findings;
    const [figures, confirmed] = [new Map(edits.value.figures), new Set(edits.value.confirmed)];
    const [first] = given;
    const was = first && figureNow(first.cell)!;
    for (const { cell, figure } of given) {
      if (savedFigure(report.value, cell) === figure) {
        figures.delete(cell);
        if (typeof figure !== 'number' && !report.value.settlements[cell]) confirmed.add(cell);
      } else {
        figures.set(cell, figure);
        confirmed.delete(cell);
      }
    }
    set({ figures, confirmed });
    if (given.length > 1) effect.value = `已填入 ${given.length} 格，现有 ${edited.value!.broken.length} 处不平。`;
    else if (first && was !== undefined && was !== first.figure)
      effect.value = effectSentence({ cell: first.cell, before: was, after: first.figure }, before, edited.value!.findings);
    else if (first && confirmed.has(first.cell)) effect.value = '已确认这一格。';
  };
  const confirm = (cells: readonly CellCode[]) => {
    set({ figures: edits.value.figures, confirmed: new Set([...edits.value.confirmed, ...cells]) });
    effect.value = cells.length > 1 ? `已确认 ${cells.length} 格。` : '已确认这一格。';
  };
  const stepBack = () => {
    const last = steps.pop();
    if (!last) return;
    edits.value = last;
    effect.value = '已撤回上一步（尚未保存）。';
  };
  const clear = () => {
    steps.length = 0;
    edits.value = noEdits;
  };
  const replace = (next: Edits) => set(next);
  const say = (sentence: string) => (effect.value = sentence);
  const restore = () => {
    if (!offered.value) return;
    set({ figures: offered.value.figures, confirmed: offered.value.confirmed });
    effect.value = `已恢复 ${count.value} 格未保存的内容。`;
    offered.value = undefined;
  };
  const refuseDraft = () => {
    if (draftName.value) dropDraft(draftName.value);
    offered.value = undefined;
  };

  watch(
    draftName,
    (name) => {
      clear();
      effect.value = '';
      offered.value = name ? keptDraft(name) : undefined;
    },
    { immediate: true },
  );
  // An offered draft stays kept until it is taken or refused.
  watch(edits, (now) => draftName.value && !offered.value && keepDraft(draftName.value, { ...now, basedOn: basedOn.value }));

  return { edits, edited, count, effect, offered, type, confirm, stepBack, clear, replace, say, restore, refuseDraft, figureNow };
}
