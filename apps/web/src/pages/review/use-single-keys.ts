import { ref, watch } from 'vue';

const key = 'mingshu-single-keys';
const kept = () => {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
};

/** Whether single letters act: some people type by voice or touch keys by chance, and may switch them off in this browser. */
export function useSingleKeys() {
  const isOn = ref(kept());
  watch(isOn, (now) => {
    try {
      localStorage.setItem(key, now ? 'on' : 'off');
    } catch {
      // It holds for this page then.
    }
  });
  return isOn;
}
