/** Whether a printed rate is the exact one rounded or cut off at its printed digits. */
export function printsAs(exact: number, printed: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  const [scaled, wanted] = [Math.abs(exact) * scale, Math.round(Math.abs(printed) * scale)];
  const tiny = 1e-7;
  return Math.round(scaled + tiny) === wanted || Math.round(scaled - tiny) === wanted || Math.floor(scaled + tiny) === wanted;
}

/** A rate as a sentence shows it. */
export const rateWord = (rate: number): string => `${Number(rate.toFixed(3))}%`;
