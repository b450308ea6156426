import { ref, watch, type Ref } from 'vue';

/** What is being typed, kept in this browser until it is sent: nothing is lost when the login ends or somebody else was quicker. */
export function keptDraft(name: string): { text: Ref<string>; forget: () => void } {
  const place = `mingshu.draft.${name}`;
  const text = ref(localStorage.getItem(place) ?? '');
  watch(text, (typed) => (typed === '' ? localStorage.removeItem(place) : localStorage.setItem(place, typed)));
  return { text, forget: () => (text.value = '') };
}
