import { isIP } from "node:net";
import { z } from "zod";
import { HARD } from "../../protocol/limits.ts";
import type {
  BanRequest,
  CannedWish,
  CannedWords,
  ChangePasswordRequest,
  DictionaryRequest,
  JoinRequest,
  PreferenceRequest,
  PushRequest,
  OwnWord,
  QueueRule,
  OperatorRequest,
  ResetRequest,
  RetentionRules,
  SetUpRequest,
  SignInRequest,
  SiteChangeRequest,
  SoundRequest,
  TicketRequest,
} from "../../protocol/rest.ts";
import { lookShape } from "./look-shape.ts";
import { readOrigin } from "./origin.ts";

const PASSWORD_LEAST = 10;
const PASSWORD_MOST = 200; // long enough for any phrase, short enough that hashing costs the same for all

/** What a person types into a field called `what`. */
function words(what: string, most: number): z.ZodType<string, string> {
  return z
    .string(`${what} is missing.`)
    .trim()
    .min(1, `${what} is missing.`)
    .max(most, `${what} can have ${most} characters at the most.`);
}

const secret = z
  .string("The link is not complete.")
  .min(1, "The link is not complete.")
  .max(HARD.token, "The link is not complete.");
/** As it was typed once; nothing is said about its length. */
const password = z
  .string("The password is missing.")
  .min(1, "The password is missing.")
  .max(PASSWORD_MOST, "The password is too long.");
const newPassword = z
  .string("The password is missing.")
  .min(PASSWORD_LEAST, `The password needs at least ${PASSWORD_LEAST} characters; a few words in a row are good.`)
  .max(PASSWORD_MOST, `The password can have ${PASSWORD_MOST} characters at the most.`);
const login = z
  .string("The operator ID is missing.")
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,63}$/u,
    "An operator ID is made of letters, digits and . _ @ + - (64 at the most), without spaces.",
  );

const originShape = z.string("An origin is missing.").transform((typed, context) => {
  const origin = readOrigin(typed);
  if (origin !== undefined) return origin;
  const shown = typed.length > 60 ? `${typed.slice(0, 60)}…` : typed;
  context.addIssue(`"${shown}" is not where a widget can run: it must look like https://www.example.com.`);
  return z.NEVER;
});

/** @param originsPerSite the configured bound */
export function siteShape(originsPerSite: number) {
  return z.strictObject({
    name: words("The site's name", HARD.name),
    origins: z
      .array(originShape, "The site's origins are missing.")
      .max(originsPerSite, `A site can have ${originsPerSite} origins at the most.`)
      .transform((origins) => [...new Set(origins)]),
    typingPreviews: z.boolean('"typingPreviews" must be true or false.').exactOptional(),
  });
}

/** @param originsPerSite the configured bound */
export function siteChangeShape(originsPerSite: number): z.ZodType<SiteChangeRequest> {
  const { name, origins, typingPreviews } = siteShape(originsPerSite).shape;
  return z.strictObject({
    name: name.optional(),
    origins: origins.optional(),
    typingPreviews,
    look: lookShape.optional(),
  }) as z.ZodType<SiteChangeRequest>;
}

export function setUpShape(originsPerSite: number): z.ZodType<SetUpRequest> {
  return z.strictObject({
    ticket: secret,
    account: words("The account's name", HARD.name),
    login,
    name: words("The screen name", HARD.name),
    password: newPassword,
    site: siteShape(originsPerSite),
  });
}

export const signInShape = z.strictObject({
  login: words("The operator ID", HARD.name),
  password,
}) satisfies z.ZodType<SignInRequest>;

export const changePasswordShape = z.strictObject({
  current: password,
  next: newPassword,
}) satisfies z.ZodType<ChangePasswordRequest>;

/** The sites and departments there are now. */
export interface Known {
  sites(): readonly string[];
  departments(): readonly string[];
}

/** Ids of those that there are; what has gone meanwhile is left out. */
function ids(known: () => readonly string[]): z.ZodType<string[]> {
  return z
    .array(z.string().max(HARD.id))
    .max(HARD.rows)
    .transform((wished) => known().filter((id) => wished.includes(id)));
}

const NO_SITE = "Choose at least one site.";

/** All sites, or those by their ids. */
function sitesShape(known: Known["sites"]): z.ZodType<string[] | "all"> {
  return z.union([z.literal("all"), ids(known)]);
}

/** The same for what is nowhere without one. */
export function oneSiteShape(known: Known["sites"]): z.ZodType<string[] | "all"> {
  return sitesShape(known).refine((sites) => sites.length > 0, NO_SITE);
}

/** Owners and administrators see every site, whatever they had before. */
function hasSite({ role, sites }: Pick<OperatorRequest, "role" | "sites">): boolean {
  return role === "owner" || role === "administrator" || sites.length > 0;
}

export function ticketShape(known: Known): z.ZodType<TicketRequest> {
  return z
    .strictObject({
      role: z.enum(
        ["administrator", "supervisor", "operator"],
        "The role must be administrator, supervisor or operator.",
      ),
      sites: sitesShape(known.sites).default("all"),
      departments: ids(known.departments).default([]),
    })
    .refine(hasSite, NO_SITE);
}

export function operatorShape(known: Known): z.ZodType<OperatorRequest> {
  return z
    .strictObject({
      name: words("The screen name", HARD.name),
      role: z.enum(
        ["owner", "administrator", "supervisor", "operator"],
        "The role must be owner, administrator, supervisor or operator.",
      ),
      sites: sitesShape(known.sites),
      departments: ids(known.departments),
    })
    .refine(hasSite, NO_SITE);
}

export const suspendShape = z.strictObject({ suspended: z.boolean('"suspended" must be true or false.') });

export const resetShape = z.strictObject({
  ticket: secret,
  password: newPassword,
}) satisfies z.ZodType<ResetRequest>;

export const joinShape = z.strictObject({
  ticket: secret,
  login,
  name: words("The screen name", HARD.name),
  password: newPassword,
}) satisfies z.ZodType<JoinRequest>;

export const leftMessagesShape = z.strictObject({
  site: z.string("The site is missing.").min(1, "The site is missing.").max(HARD.id, "There is no such site."),
  before: z.coerce.number().int().nonnegative().optional(),
});

const historyFilter = {
  words: z.string().max(HARD.title, "These are too many words to search for.").optional(),
  site: z.string().max(HARD.id, "There is no such site.").optional(),
  operator: z.string().max(HARD.id, "There is no such operator.").optional(),
  department: z.string().max(HARD.id, "There is no such department.").optional(),
  outcome: z
    .enum(["live", "answered", "missed", "left"], "The status must be live, answered, missed or left.")
    .optional(),
  from: z.coerce.number().int().nonnegative().optional(),
  to: z.coerce.number().int().nonnegative().optional(),
};
export const historyShape = z.strictObject({
  ...historyFilter,
  before: z.coerce.number().int().nonnegative().optional(),
});
export type HistoryQuery = z.infer<typeof historyShape>;
export const historyExportShape = z.strictObject({
  ...historyFilter,
  format: z.enum(["ndjson", "csv"], "The format must be ndjson or csv."),
});

export const settleShape = z.strictObject({ settled: z.boolean('"settled" must be true or false.') });

const cannedWords = {
  folder: z
    .string("The folder is missing.")
    .max(HARD.name, `The folder's name can have ${HARD.name} characters at the most.`),
  title: words("The title", HARD.name),
  text: z.string("The text is missing.").max(HARD.text, "The text is too long."),
};

export const cannedWordsShape = z.strictObject(cannedWords) satisfies z.ZodType<CannedWords>;

/** As many at once as a request's bounded size holds; the rules bound how many there can be. */
export const cannedItemsShape = z.strictObject({
  items: z
    .array(
      z.strictObject({
        kind: z.enum(["message", "url"], "The kind must be message or url."),
        shared: z.boolean('"shared" must be true or false.'),
        department: z.string().max(HARD.id, "There is no such department.").exactOptional(),
        ...cannedWords,
      }) satisfies z.ZodType<CannedWish>,
      "The items are missing.",
    )
    .min(1, "The items are missing.")
    .max(HARD.rows, `At most ${HARD.rows} can be added at once.`),
});

/** How much of it is kept is the rules' affair. */
export const preferenceShape = z.strictObject({
  value: z.unknown().refine((value) => value !== undefined, "The value is missing."),
}) satisfies z.ZodType<PreferenceRequest>;

/** An uncompressed point of P-256, and sixteen bytes, in base64url (RFC 8291 § 2.1). */
export const pushShape = z.strictObject({
  endpoint: z
    .url({ protocol: /^https$/, error: "The endpoint must be an https address." })
    .max(2_048, "The endpoint is too long."),
  keys: z.strictObject({
    p256dh: z.string("The key is missing.").regex(/^B[\w-]{86}=?$/, "This is no public key of a browser."),
    auth: z.string("The secret is missing.").regex(/^[\w-]{22}={0,2}$/, "This is no secret of a browser."),
  }),
  language: z
    .string("The language is missing.")
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, "This is no language.")
    .max(35),
}) satisfies z.ZodType<PushRequest>;

/** What a word is, the rules know. */
export const ownWordShape = z.strictObject({
  word: z.string("The word is missing.").min(1, "The word is missing.").max(HARD.name, "The word is too long."),
}) satisfies z.ZodType<OwnWord>;

/** How long they can be, the rules know. */
export const dictionaryShape = z.strictObject({
  aff: z.string("The .aff is missing."),
  dic: z.string("The .dic is missing."),
}) satisfies z.ZodType<DictionaryRequest>;

/** What a sound is, the rules know. */
export const soundShape = z.strictObject({
  name: z.string("The name is missing.").max(HARD.name, "The name is too long."),
  type: z.string("The type is missing.").max(100, "There is no such type."),
  data: z.string("The file is missing."),
}) satisfies z.ZodType<SoundRequest>;

export const dictionaryFileShape = z.enum(["aff", "dic"], "A dictionary has an aff and a dic.");

export const banShape = z
  .strictObject({
    site: z.string("The site is missing.").min(1, "The site is missing.").max(HARD.id),
    visitor: z.number().int().positive("A visitor is a number.").optional(),
    address: z
      .string()
      .trim()
      .refine((text) => isIP(text) !== 0, "This is not an address: it must look like 203.0.113.7 or 2001:db8::1.")
      .optional(),
    reason: z.string().max(HARD.title, "The reason is too long.").default(""),
    forMs: z.number().int().min(60_000, "A ban lasts for a minute at the least.").optional(),
  })
  .transform((wish) => wish as BanRequest);

const days = z.coerce.number("A time to keep is a number of days.").optional();
/** In an address; how many days make sense is the rules' affair (chat/retention.ts). */
export const retentionQueryShape = z
  .strictObject({ chats: days, notes: days, left: days })
  .transform((rules) => rules as RetentionRules);
const wholeDays = z.number("A time to keep is a number of days.").optional();
export const retentionShape = z
  .strictObject({ chats: wholeDays, notes: wholeDays, left: wholeDays })
  .transform((rules) => rules as RetentionRules);

/** The id in a path. */
export const idShape = z.string().min(1).max(HARD.id);

/** What makes sense is the rules' affair (chat/queue-rule.ts). */
export const queueRuleShape: z.ZodType<QueueRule> = z.strictObject({
  rule: z.enum(["off", "least-busy", "longest-idle", "in-turn"], "There is no such rule."),
  mostChats: z.int("The limit of chats must be a number."),
  answerMs: z.int("The time to answer must be a number."),
});
