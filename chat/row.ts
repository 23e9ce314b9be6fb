import type { Attributes, Page, Visitor, VisitorStatus } from "./visitor.ts";

interface StateFields {
  status: VisitorStatus;
  requestedAt?: number;
  conversation?: string;
  operator?: string;
  invitation?: "sent" | "shown";
}

/**
 * A visitor as the directory keeps it. A row that the directory has shown is never changed, only replaced: whoever keeps one
 * sees by `===` whether anything has happened since. Every row has every field, in one order, so that the engine keeps all of
 * them in one shape: 15,000 idle visitors are the ordinary case.
 */
export class Row implements Visitor {
  readonly site: string;
  readonly visitor: number;
  name?: string;
  email?: string;
  attributes?: Attributes;
  address: string;
  hostName?: string;
  country?: string;
  countryGuessed?: boolean;
  browser: string;
  device: string;
  language: string;
  timeZone: string;
  visits: number;
  cameFrom: string;
  campaign?: string;
  chatted?: true;
  arrivedAt: number;
  page: Page;
  pageAt: number;
  pages: number;
  tabs: number;
  status: VisitorStatus;
  requestedAt?: number;
  conversation?: string;
  operator?: string;
  invitation?: "sent" | "shown";

  constructor(of: Omit<Visitor, keyof StateFields>, state: StateFields) {
    this.site = of.site;
    this.visitor = of.visitor;
    if (of.name !== undefined) this.name = of.name;
    if (of.email !== undefined) this.email = of.email;
    if (of.attributes !== undefined) this.attributes = of.attributes;
    this.address = of.address;
    if (of.hostName !== undefined) this.hostName = of.hostName;
    if (of.country !== undefined) this.country = of.country;
    if (of.countryGuessed !== undefined) this.countryGuessed = of.countryGuessed;
    this.browser = of.browser;
    this.device = of.device;
    this.language = of.language;
    this.timeZone = of.timeZone;
    this.visits = of.visits;
    this.cameFrom = of.cameFrom;
    if (of.campaign !== undefined) this.campaign = of.campaign;
    if (of.chatted !== undefined) this.chatted = of.chatted;
    this.arrivedAt = of.arrivedAt;
    this.page = of.page;
    this.pageAt = of.pageAt;
    this.pages = of.pages;
    this.tabs = of.tabs;
    this.status = state.status;
    if (state.requestedAt !== undefined) this.requestedAt = state.requestedAt;
    if (state.conversation !== undefined) this.conversation = state.conversation;
    if (state.operator !== undefined) this.operator = state.operator;
    if (state.invitation !== undefined) this.invitation = state.invitation;
  }
}

/** Whether two rows of one visitor say the same. */
export function isSame(a: Row, b: Row): boolean {
  const others: unknown[] = Object.values(b);
  return Object.values(a).every((value, index) => value === others[index]);
}

const OF_THE_PAGE: ReadonlySet<string> = new Set<keyof Visitor>(["page", "pageAt", "pages", "tabs"]);

/** Whether two rows of one visitor differ in nothing but the page. */
export function isMove(a: Row, b: Row): boolean {
  return (Object.keys(a) as (keyof Row)[]).every((field) => OF_THE_PAGE.has(field) || a[field] === b[field]);
}
