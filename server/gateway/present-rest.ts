import type { Ban } from "../../chat/ban.ts";
import type { CannedItem } from "../../chat/canned.ts";
import type { Conversation } from "../../chat/conversation.ts";
import type { Dictionary } from "../../chat/dictionary.ts";
import type { Preference } from "../../chat/preference.ts";
import type { Department } from "../../chat/department.ts";
import type { StaffMember } from "../../chat/staff.ts";
import type { Site } from "../../chat/site.ts";
import type { SharedSound } from "../../chat/sounds.ts";
import type {
  Ban as BanFrame,
  CannedItem as CannedFrame,
  DictionaryEntry,
  Department as DepartmentFrame,
  LeftMessage,
  OperatorEntry,
  Site as SiteFrame,
  SoundEntry,
} from "../../protocol/rest.ts";

/** What the REST interface shows of a domain object; the line's counterpart is present.ts. */

export function siteForRest({ id, key, name, origins, typingPreviews = false, look }: Site): SiteFrame {
  return { id, key, name, origins, typingPreviews, ...(look !== undefined && { look }) };
}

export function operatorForRest(operator: StaffMember): OperatorEntry {
  const { id, login, name, role, sites, departments, createdAt, suspendedAt } = operator;
  const suspended = suspendedAt === undefined ? {} : { suspendedAt };
  return { id, login, name, role, sites, departments, createdAt, ...suspended };
}

export function banForRest({ by, ...ban }: Ban): BanFrame {
  return { ...ban, by: by.name };
}

export function departmentForRest({ id, name, sites, hours, queue }: Department): DepartmentFrame {
  return { id, name, sites, ...(hours === undefined ? {} : { hours }), queue };
}

export function leftMessageForRest({ conversation, text }: { conversation: Conversation; text: string }): LeftMessage {
  const { id, site, visitor, visitorName = "", visitorEmail = "", requestedAt, settledAt } = conversation;
  const settled = settledAt === undefined ? {} : { settledAt };
  return { conversation: id, site, visitor, name: visitorName, email: visitorEmail, text, at: requestedAt, ...settled };
}

export function cannedForRest({ id, kind, owner, department, folder, title, text, uses }: CannedItem): CannedFrame {
  const whose = { shared: owner === undefined, ...(department === undefined ? {} : { department }) };
  return { id, kind, ...whose, folder, title, text, uses };
}

export function preferencesForRest(preferences: readonly Preference[]): Record<string, unknown> {
  return Object.fromEntries(preferences.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
}

export function soundForRest({ id, name, size, addedAt }: SharedSound): SoundEntry {
  return { id, name, size, addedAt };
}

export function dictionaryForRest({ id, language, size, addedAt }: Dictionary): DictionaryEntry {
  return { id, language, size, addedAt };
}
