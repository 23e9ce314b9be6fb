import { z } from "zod";
import { LOOK_TEXT_LENGTH, LOOK_TEXTS, MOST_OFFSET, type SiteLook, WIDGET_LANGUAGES } from "../../protocol/look.ts";

const offset = z
  .int("A distance is a whole number of pixels.")
  .min(0, "A distance cannot be less than 0.")
  .max(MOST_OFFSET, `A distance can be ${MOST_OFFSET} pixels at the most.`)
  .optional();
const text = z
  .string()
  .trim()
  .min(1, "A text is empty; leave it out to have the widget's own.")
  .max(LOOK_TEXT_LENGTH, `A text of the widget can have ${LOOK_TEXT_LENGTH} characters at the most.`)
  .optional();
const texts = z.strictObject(Object.fromEntries(LOOK_TEXTS.map((name) => [name, text]))).optional();

/** The look of a site's widget. Whatever is wrong in a selector shows in the console; here it is kept from being anything but one. */
export const lookShape = z.strictObject({
  colour: z
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, "A colour looks like #0f6b5c.")
    .optional(),
  side: z.enum(["left", "right"]).optional(),
  x: offset,
  y: offset,
  button: z.enum(["round", "none"]).optional(),
  opener: z
    .string()
    .trim()
    .max(200, "A selector can have 200 characters at the most.")
    .regex(/^[^{};\\@]*$/, "This is not a CSS selector.")
    .optional(),
  languages: z.array(z.enum(WIDGET_LANGUAGES)).max(WIDGET_LANGUAGES.length).optional(),
  texts: z.strictObject({ en: texts, de: texts }).optional(),
}) as unknown as z.ZodType<SiteLook>;
