import type { Conversation } from "./conversation.ts";
import { ChatError } from "./error.ts";
import type { Operator, Role } from "./operator.ts";

/** From the most to the least. */
const ROLES: readonly Role[] = ["owner", "administrator", "supervisor", "operator"];

/**
 * How far an action reaches. `own`: oneself, or what is of the whole installation. `site`: a site, which must be among the operator's.
 * `chat`: a chat, whose department must be among the operator's, too, unless the operator is in the chat or has a role above.
 */
type Reach = "own" | "site" | "chat";

/** What an operator may see and do: the least role for each action, and how far it reaches. The one place where this is decided. */
const ACTIONS = {
  /** One's own account, status, windows and preferences. */
  self: ["operator", "own"],
  "list.see": ["operator", "site"],
  "visitor.see": ["operator", "site"],
  "visitor.invite": ["operator", "site"],
  "visitor.remark": ["operator", "site"],
  "visitor.resolve": ["operator", "site"],
  "visitor.ban": ["operator", "site"],
  "note.see": ["operator", "site"],
  "note.add": ["operator", "site"],
  "chat.see": ["operator", "chat"],
  "chat.accept": ["operator", "chat"],
  /** Also what is offered to a colleague just now. */
  "chat.accept-any": ["supervisor", "chat"],
  /** To write, end, mark: whether the chat is theirs is decided where it is done. */
  "chat.serve": ["operator", "chat"],
  /** To take over, join, hand on. */
  "chat.take": ["operator", "chat"],
  "left.see": ["operator", "chat"],
  "left.settle": ["operator", "chat"],
  "canned.use": ["operator", "own"],
  "canned.share": ["administrator", "own"],
  "canned.share-department": ["supervisor", "chat"],
  "colleague.see": ["operator", "own"],
  "colleague.talk": ["operator", "own"],
  "history.see": ["operator", "chat"],
  /** Many chats at once, as a file. */
  "history.export": ["supervisor", "chat"],
  "dictionary.change": ["administrator", "own"],
  "sound.change": ["administrator", "own"],
  "site.see": ["operator", "site"],
  "site.change": ["administrator", "site"],
  "department.see": ["operator", "own"],
  "department.change": ["administrator", "own"],
  "operator.see": ["operator", "own"],
  "operator.change": ["administrator", "own"],
  "ban.see": ["supervisor", "site"],
  "ban.lift": ["supervisor", "site"],
  "retention.see": ["administrator", "own"],
  "retention.change": ["administrator", "own"],
} as const satisfies Record<string, readonly [least: Role, reach: Reach]>;

export type Action = keyof typeof ACTIONS;
export const everyAction = Object.keys(ACTIONS) as readonly Action[];

/** Who wants to do something. */
export type Actor = Pick<Operator, "id" | "role" | "sites" | "departments">;

/** Where. A field that is missing is not looked at: `{}` asks whether it may be done anywhere. */
export interface Place {
  site?: string;
  department?: string;
  /** Those who are in the chat, or are asked to take it, by id. */
  among?: readonly string[];
  /** The department that is asked to take it. */
  offeredTo?: string;
}

/** Whether the operator may do this there. */
export function may(by: Actor, action: Action, { site, department, among = [], offeredTo }: Place = {}): boolean {
  const [least, reach] = ACTIONS[action];
  if (!isAtLeast(by.role, least)) return false;
  if (reach === "own") return true;
  if (site !== undefined && !worksFor(by, site)) return false;
  if (reach === "site" || department === undefined || isAtLeast(by.role, "supervisor")) return true;
  return [department, offeredTo].some((id) => by.departments.includes(id ?? "")) || among.includes(by.id);
}

/** Does nothing where it may be done, and says why not otherwise. */
export function mustBeAllowed(by: Actor, action: Action, place: Place = {}): void {
  if (may(by, action, place)) return;
  const [least] = ACTIONS[action];
  if (!isAtLeast(by.role, least)) throw new ChatError("not-allowed", WHO[least]);
  if (place.site !== undefined && !worksFor(by, place.site))
    throw new ChatError("not-allowed", "This site is not one of yours. An administrator can give it to you.");
  throw new ChatError("not-allowed", "This chat belongs to a department that you are not in.");
}

const WHO: Readonly<Record<Role, string>> = {
  owner: "Only the owner can do this.",
  administrator: "Only the owner and administrators can do this.",
  supervisor: "Only the owner, administrators and supervisors can do this.",
  operator: "Only operators can do this.",
};

/** The owner's and administrators' reach is the whole installation, whatever is written of them. */
function worksFor({ role, sites }: Pick<Actor, "role" | "sites">, site: string): boolean {
  return isAtLeast(role, "administrator") || sites === "all" || sites.includes(site);
}

export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(least);
}

/** Where a conversation is, and who is in it. */
export function placeOfChat({ site, department, operator, others = [], transfer }: Conversation): Place {
  const people = [operator, ...others, transfer?.to];
  return {
    site,
    ...(department === undefined ? {} : { department }),
    ...(transfer?.department === undefined ? {} : { offeredTo: transfer.department.id }),
    among: people.flatMap((one) => one?.id ?? []),
  };
}
