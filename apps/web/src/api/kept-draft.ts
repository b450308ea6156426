import { ref, watch, type Ref } from 'vue';
import { user } from './session';

/** What is being typed, kept in this browser for this person until it is sent: nothing is lost when the login ends or somebody else was quicker. */
export function keptDraft(name: string): { text: Ref<string>; forget: () => void } {
  const place = `mingshu.draft.${user.value?.id ?? ''}.${name}`;
  const text = ref(localStorage.getItem(place) ?? '');
  watch(text, (typed) => (typed === '' ? localStorage.removeItem(place) : localStorage.setItem(place, typed)));
  return { text, forget: () => (text.value = '') };
}
