import { onBeforeUnmount, onMounted } from 'vue';

/** Prints the page upright with the margins of official papers (37/35/28/26 mm) while it is shown; other pages print landscape. */
export function usePaperPage(margins = '37mm 26mm 35mm 28mm'): void {
  const style = document.createElement('style');
  style.textContent = `@page { size: A4 portrait; margin: ${margins}; }`;
  onMounted(() => document.head.append(style));
  onBeforeUnmount(() => style.remove());
}
