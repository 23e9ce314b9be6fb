import { z } from "zod";
import { HARD } from "../../protocol/limits.ts";
import type { DepartmentRequest, Hours } from "../../protocol/rest.ts";
import { oneSiteShape } from "./rest-shapes.ts";

const DAY_MINUTES = 1_440;
const MOST_SPANS = 6; // in one day: more breaks than anybody takes

const minute = z.number().int().min(0).max(DAY_MINUTES);
const span = z
  .strictObject({ from: minute, to: minute })
  .refine(({ from, to }) => from < to, "The hours must begin before they end.");

const hours = z.strictObject({
  timeZone: z.string().max(64).refine(isTimeZone, "There is no such time zone."),
  days: z.array(z.array(span).max(MOST_SPANS, `A day can have ${MOST_SPANS} spans at the most.`)).length(7),
}) satisfies z.ZodType<Hours>;

const queue = z.strictObject({
  rule: z.enum(["off", "least-busy", "longest-idle", "in-turn"]),
  mostChats: z.number().int().min(1, "An operator must have room for a chat.").max(100),
  answerMs: z
    .number()
    .int()
    .min(5_000, "An operator needs at least 5 seconds to answer.")
    .max(600_000, "An offer can wait for 10 minutes at the most."),
});

/** @param sites the ids of the sites there are now */
export function departmentShape(sites: () => readonly string[]): z.ZodType<DepartmentRequest> {
  return z.strictObject({
    name: z
      .string("The department's name is missing.")
      .trim()
      .min(1, "The department's name is missing.")
      .max(HARD.name, `The department's name can have ${HARD.name} characters at the most.`),
    sites: oneSiteShape(sites),
    hours: hours.optional(),
    queue,
  }) as z.ZodType<DepartmentRequest>;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
