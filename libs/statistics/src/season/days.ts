const length = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** Calendar days from one ISO day to another; negative where the second lies before. */
export const daysBetween = (from: string, to: string): number => (at(to) - at(from)) / length;

export const dayAfter = (day: string, days = 1): string => iso(at(day) + days * length);

/** The same date `years` later; 29 February becomes 28 February. */
export function yearsLater(day: string, years: number): string {
  const [year, rest] = [Number(day.slice(0, 4)) + years, day.slice(4)];
  const moved = `${year}${rest}`;
  return Number.isNaN(at(moved)) || iso(at(moved)) !== moved ? `${year}-02-28` : moved;
}
