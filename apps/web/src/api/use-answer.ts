import { shallowRef, watch, type MaybeRefOrGetter, type ShallowRef, toValue } from 'vue';
import type { RouteName, RouteShapes } from '@mingshu/contracts/routes';
import { call, ProblemError } from './call';

export interface AnswerState<Answer> {
  readonly answer?: Answer;
  readonly problem?: ProblemError;
  readonly isLoading: boolean;
}

/** The answer to a question that may change. While the next one is on its way the last one stays; an answer that comes late is dropped. */
export function useAnswer<Name extends RouteName>(
  name: Name,
  question: MaybeRefOrGetter<Omit<RouteShapes[Name], 'answer'> | undefined>,
): { state: ShallowRef<AnswerState<RouteShapes[Name]['answer']>>; again: () => void } {
  type Answer = RouteShapes[Name]['answer'];
  const state = shallowRef<AnswerState<Answer>>({ isLoading: true });
  const round = shallowRef(0);
  watch(
    [() => toValue(question), round],
    async ([asked], _, onCleanup) => {
      if (asked === undefined) return;
      let isStale = false;
      onCleanup(() => (isStale = true));
      state.value = { ...state.value, problem: undefined, isLoading: true };
      const next = await call(name, asked).then(
        (answer): AnswerState<Answer> => ({ answer, isLoading: false }),
        (problem: unknown): AnswerState<Answer> => ({
          problem: problem instanceof ProblemError ? problem : new ProblemError('unexpected'),
          isLoading: false,
        }),
      );
      if (!isStale) state.value = next;
    },
    { immediate: true, deep: true },
  );
  return { state, again: () => (round.value += 1) };
}
