import type { QueueRule } from "./queue-rule.ts";

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

/** A part of the staff, for some sites or all. A chat may belong to one. */
export interface Department {
  id: string;
  name: string;
  sites: string[] | "all";
  /** Without hours it never closes. */
  hours?: Hours;
  queue: QueueRule;
  createdAt: number;
}

/** What a person decides of it. */
export type DepartmentWish = Pick<Department, "name" | "sites" | "hours" | "queue">;

/** Whether the department works for the site. */
export function serves({ sites }: Pick<Department, "sites">, site: string): boolean {
  return sites === "all" || sites.includes(site);
}
