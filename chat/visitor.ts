export type VisitorStatus = "online" | "invited" | "requesting" | "chatting";

export interface Page {
  url: string;
  title: string;
}

/** A page of a visit, and when the visitor came to it. */
export interface Visited {
  readonly page: Page;
  readonly at: number;
}

/** What the shop's own script says of a visitor. */
export type Attributes = Readonly<Record<string, string>>;

/** Who somebody is and where they came from, as far as the widget, the connection and the shop's own script say. */
interface Described {
  name?: string;
  email?: string;
  attributes?: Attributes;
  address: string;
  country?: string;
  countryGuessed?: boolean;
  browser: string;
  device: string;
  language: string;
  timeZone: string;
  visits: number;
  cameFrom: string;
  /** What the address of the visit's first page says of a campaign: `utm_source=news&utm_campaign=spring`. */
  campaign?: string;
}

/** What a widget tells when it connects, after the gateway has checked it and added what the connection itself shows. */
export interface Arrival extends Described {
  site: string;
  visitor: number;
  tab: string;
  page: Page;
  looking: boolean;
  /** How long the visit has lasted already, as the widget remembers it. */
  elapsedMs: number;
  pages: number;
}

/** One visitor who is here now: one row of the list, however many tabs. */
export interface Visitor extends Described {
  readonly site: string;
  readonly visitor: number;
  hostName?: string;
  /** There is a chat with this visitor that was accepted and is over. */
  chatted?: true;
  arrivedAt: number;
  /** The page of the tab last looked at, and since when. */
  page: Page;
  pageAt: number;
  pages: number;
  /** How many tabs are connected; 0 during the grace after the last one closed. */
  tabs: number;
  status: VisitorStatus;
  requestedAt?: number;
  conversation?: string;
  /** Screen name of the operator who chats with, or invited, the visitor, or whom the request is offered to. */
  operator?: string;
  invitation?: "sent" | "shown";
}

/** What the rules say of a visitor; each status brings exactly the fields that belong to it. */
export type VisitorState =
  | { status: "online" }
  | { status: "invited"; operator: string; invitation: "sent" | "shown" }
  | { status: "requesting"; conversation: string; requestedAt: number; operator?: string }
  | { status: "chatting"; conversation: string; operator: string };
