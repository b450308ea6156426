/** What of the language the library replaces, or may in a later release. */
const language = [
  Array.prototype,
  Function.prototype,
  JSON,
  Map.prototype,
  Object,
  Promise,
  Promise.prototype,
  RegExp.prototype,
  Set.prototype,
];

async function load() {
  const own = language.map((part): PropertyDescriptorMap => Object.getOwnPropertyDescriptors(part) as never);
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Loaded by the library itself at its first document otherwise, and then the language would be changed once more.
  // @ts-expect-error it has no types; it leaves what it offers where the library looks for it
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  language.forEach((part, place) => Object.defineProperties(part, own[place]!));
  return library;
}

let loaded: ReturnType<typeof load> | undefined;

/**
 * pdf.js, loaded at the first PDF and kept. It brings what older engines lack and replaces by its own, several times slower, what newer ones have: pushing onto
 * a list, reading and writing JSON. What was missing stays added; what was there is put back, so that whatever is read after a PDF is read as fast as before.
 */
export const pdfLibrary = (): ReturnType<typeof load> => (loaded ??= load());
