import type { Logger } from "pino";
import type { Availability } from "../../chat/availability.ts";
import type { Bus } from "../../chat/bus.ts";
import type { Conversations } from "../../chat/conversations.ts";
import type { Corrections } from "../../chat/corrections.ts";
import type { Directory } from "../../chat/directory.ts";
import type { Invitations } from "../../chat/invitations.ts";
import type { Notes } from "../../chat/notes.ts";
import type { Queue } from "../../chat/queue.ts";
import type { Releases } from "../../chat/releases.ts";
import type { Remarks } from "../../chat/remarks.ts";
import type { Roster } from "../../chat/roster.ts";
import type { Staff } from "../../chat/staff.ts";
import type { Store } from "../../chat/store.ts";
import type { Takes } from "../../chat/takes.ts";
import type { Viewers } from "../../chat/viewers.ts";
import type { Talks } from "../../chat/talks.ts";
import type { World } from "../../chat/world.ts";
import type { Limits } from "../../protocol/limits.ts";
import type { Bans } from "./bans.ts";
import type { GatewayBounds } from "./bounds.ts";
import type { ChattedBefore } from "./chatted-before.ts";
import type { Countries } from "./countries.ts";
import type { HostNames } from "./host-names.ts";
import type { Hub } from "./hub.ts";
import type { Load } from "./load.ts";
import type { QueueSettings } from "./queue-settings.ts";
import type { Departments } from "./departments.ts";
import type { Sites } from "./sites.ts";
import type { VisitorNumbers } from "./visitor-numbers.ts";
import type { VisitorTokens } from "./visitor-token.ts";

/** What every session on the line works with: the rules, the truth behind them, and the way to the other sessions. */
export interface Core {
  readonly world: World;
  readonly log: Logger;
  readonly bounds: GatewayBounds;
  readonly store: Store;
  readonly bus: Bus;
  readonly sites: Sites;
  readonly departments: Departments;
  readonly staff: Staff;
  readonly bans: Bans;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly availability: Availability;
  readonly conversations: Conversations;
  readonly takes: Takes;
  readonly releases: Releases;
  readonly corrections: Corrections;
  readonly viewers: Viewers;
  readonly invitations: Invitations;
  readonly queue: Queue;
  readonly queueSettings: QueueSettings;
  readonly notes: Notes;
  readonly remarks: Remarks;
  readonly talks: Talks;
  readonly chattedBefore: ChattedBefore;
  readonly countries: Countries;
  readonly hostNames: HostNames;
  readonly hub: Hub;
  readonly load: Load;
  readonly tokens: VisitorTokens;
  readonly numbers: VisitorNumbers;
  account(): string;
  /** Names the console that the server has, if it has one. */
  readonly build: string | undefined;
}

/** What `welcome` tells a client of the bounds. */
export function limitsOf(bounds: GatewayBounds): Limits {
  const { textLength, remarkLength, urlLength, frameBytes, heartbeatMs } = bounds;
  return { textLength, remarkLength, urlLength, frameBytes, heartbeatMs };
}

/** The same for an operator, who may also change messages. */
export function operatorLimitsOf(bounds: GatewayBounds): Limits {
  return { ...limitsOf(bounds), editMs: bounds.editMs, savedFilters: bounds.savedFilters };
}
