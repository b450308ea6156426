import type { Progress } from '@mingshu/contracts';
import { links } from '@mingshu/contracts/routes';
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

/** Progress of a batch as the server tells it, or of everything. The stream reconnects by itself. */
export function useProgress(batch: Ref<string | undefined>) {
  const progress = shallowRef<Progress>();
  let source: EventSource | undefined;
  watch(
    batch,
    (asked) => {
      source?.close();
      source = new EventSource(links.progress(asked));
      source.addEventListener('progress', (event) => (progress.value = JSON.parse((event as MessageEvent<string>).data) as Progress));
    },
    { immediate: true },
  );
  onScopeDispose(() => source?.close());
  return progress;
}
