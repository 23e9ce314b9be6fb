import type { ChatBounds } from "../../chat/bounds.ts";
import type { CountryBounds } from "./countries.ts";
import type { HostNameBounds } from "./host-names.ts";
import type { LoadBounds } from "./load-rule.ts";

/** The bounds that the gateway enforces, all from the configuration. Times in milliseconds. */
export interface GatewayBounds extends ChatBounds, HostNameBounds, CountryBounds, LoadBounds {
  frameBytes: number;
  heartbeatMs: number;
  /** Most visitors on this node. */
  visitors: number;
  tabsPerVisitor: number;
  /** How many pages of a visit are kept. */
  pagesKept: number;
  /** How many saved filters of one operator are counted. */
  savedFilters: number;
  /** How long a visitor without a tab stays in the list. */
  graceMs: number;
  socketsPerAddress: number;
  /** Frames a visitor may send at once, and then each second; one who sends faster is read more slowly. */
  visitorBurst: number;
  visitorFramesPerSecond: number;
  operatorBurst: number;
  operatorFramesPerSecond: number;
  /** Unsent bytes after which a reader counts as too slow and is dropped. */
  outboxBytes: number;
  /** How often the visitor list's changes are gathered and sent. */
  tickMs: number;
  /** The same while the server is busy. */
  overloadTickMs: number;
  /** How long those who are put off stay away at the least. */
  overloadReturnMs: number;
  /** Over how long the clients are asked to spread their return after a restart. */
  restartSpreadMs: number;
}
