/** Minutes of a day, from its midnight: `from` inclusive, `to` exclusive; 1440 is the next midnight. */
export interface Span {
  from: number;
  to: number;
}

/** When somebody answers. */
export interface Hours {
  /** IANA name; the days begin at its midnight. */
  timeZone: string;
  /** Seven, from Monday on; an empty one is closed. */
  days: Span[][];
}

/** How requests are handed out: to everybody at once, or offered to one available operator at a time. */
export interface DepartmentQueue {
  rule: "off" | "least-busy" | "longest-idle" | "in-turn";
  /** Chats that one operator may have at once; beyond it nothing is offered. */
  mostChats: number;
  /** How long an offer waits for its operator. */
  answerMs: number;
}

/** A part of the staff, for some sites or all. A chat may belong to one. */
export interface Department {
  id: string;
  name: string;
  sites: string[] | "all";
  /** Without hours it never closes. */
  hours?: Hours;
  queue: DepartmentQueue;
  createdAt: number;
}

/** What a person decides of it. */
export type DepartmentWish = Pick<Department, "name" | "sites" | "hours" | "queue">;

export const QUEUE_OFF: DepartmentQueue = { rule: "off", mostChats: 4, answerMs: 30_000 };

/** Whether the department works for the site. */
export function serves({ sites }: Pick<Department, "sites">, site: string): boolean {
  return sites === "all" || sites.includes(site);
}
