import type { Ban } from "./ban.ts";
import type { Conversation, Marks, Person } from "./conversation.ts";
import type { SiteAvailability } from "./availability.ts";
import type { Message } from "./message.ts";
import type { QueueRule } from "./queue-rule.ts";
import type { QueueState } from "./queue-state.ts";
import type { Department } from "./department.ts";
import type { Note } from "./note.ts";
import type { Preference } from "./preference.ts";
import type { Remark } from "./remark.ts";
import type { Site } from "./site.ts";
import type { StaffMember } from "./staff.ts";
import type { Talk, TalkMessage } from "./talk.ts";

export type OperatorStatus = "online" | "away" | "offline";
export type InvitationOutcome = "accepted" | "declined" | "expired" | "withdrawn" | "gone";

export interface Invitation {
  id: string;
  site: string;
  visitor: number;
  operator: { id: string; name: string };
  text: string;
  state: "sent" | "shown";
  expiresAt: number;
}

/** What has happened, said after it is on disk (or, for what is never stored, at once). Plain data: it may cross a network. */
export type Announcement =
  | { type: "conversation"; conversation: Conversation }
  | { type: "messages"; conversation: Conversation; messages: Message[] }
  | { type: "marks"; conversation: string; site: string; visitor: number; visitorMarks: Marks; operatorMarks: Marks }
  | {
      type: "typing";
      conversation: string;
      site: string;
      visitor: number;
      by: "visitor" | "operator";
      typing: boolean;
      text?: string;
      operator?: Person;
    }
  /** Who has a conversation in front. */
  | { type: "viewers"; conversation: string; viewers: Person[] }
  | { type: "note"; note: Note }
  /** For its operator alone. */
  | { type: "remark"; remark: Remark }
  /** For its operator alone. */
  | { type: "preference"; preference: Preference }
  /** A request is offered, taken back, open to everybody, or waits. */
  | { type: "queue"; conversation: Conversation; state: QueueState }
  /** Requests without a department are to be handed out by another rule. */
  | { type: "queue-rule"; rule: QueueRule }
  /** An operator has let so many offers run out in a row that nobody seems to sit there. */
  | { type: "unanswered"; operator: string; offers: number }
  /** A request's place in its queue; without one it is in none. */
  | { type: "place"; conversation: string; site: string; visitor: number; place?: number }
  /** For the two operators alone, as is whatever else is told of a talk. */
  | { type: "talk"; talk: Talk }
  | { type: "talk-message"; talk: Talk; message: TalkMessage }
  | { type: "talk-typing"; from: string; to: string; typing: boolean }
  | { type: "invitation"; invitation: Invitation }
  | { type: "invitation-shown"; invitation: Invitation }
  | { type: "invitation-over"; invitation: Invitation; outcome: InvitationOutcome }
  | { type: "operator"; operator: string; status: OperatorStatus }
  | ({ type: "availability"; site: string } & SiteAvailability)
  | { type: "sites"; sites: Site[] }
  | { type: "departments"; departments: Department[] }
  | { type: "ban"; ban: Ban }
  /** By its id. */
  | { type: "ban-lifted"; ban: string }
  /** Who has an account, and what they may see. */
  | { type: "staff"; members: StaffMember[] }
  /** Canned messages or URLs changed: an operator's own, or without one what is shared. */
  | { type: "canned"; operator?: string }
  /** The sounds that all can choose have changed. */
  | { type: "sounds" }
  /** An operator's own words changed, or without one the dictionaries. */
  | { type: "spelling"; operator?: string }
  /** Sessions by their hashes: with `only` that one has ended, with `except` all the operator's others have, with neither all. */
  | { type: "signed-out"; operator: string; only?: string; except?: string };
