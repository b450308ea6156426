import { z } from 'zod';

const day = z.iso.date();

/** The holidays of a year as published: spans off, and weekends worked instead. */
export const holidayYearInput = z.object({
  holidays: z.array(z.object({ name: z.string().trim().min(1).max(20), from: day, to: day })).max(20),
  worked: z.array(day).max(30),
});
export type HolidayYearInput = z.infer<typeof holidayYearInput>;

/** Of which of the coming years the holidays are known. `builtIn`: by the program; `entered`: by hand; `unknown` is estimated by Monday to Friday. */
export const holidays = z.object({
  builtIn: z.array(z.int()),
  unknown: z.array(z.int()),
  entered: z.array(holidayYearInput.extend({ year: z.int(), by: z.string(), at: z.iso.datetime() })),
});
export type Holidays = z.infer<typeof holidays>;
