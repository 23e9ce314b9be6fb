import { type InfiniteData, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { create } from "zustand";
import type { HistoryPage, Outcome } from "../../protocol/rest.ts";
import { get } from "../state/api.ts";

/** What the operator looks for; empty = whatever. Days as `2026-11-23`, by the operator's clock. */
export interface HistoryFilter {
  words: string;
  site: string;
  operator: string;
  department: string;
  outcome: Outcome | "";
  from: string;
  to: string;
}

export const noFilter: HistoryFilter = {
  words: "",
  site: "",
  operator: "",
  department: "",
  outcome: "",
  from: "",
  to: "",
};

/** The filter, and the conversation that is read; they stay while the console does. */
export const useHistory = create<{ filter: HistoryFilter; chosen: string | undefined }>(() => ({
  filter: noFilter,
  chosen: undefined,
}));

/** As the server takes it: what does not matter is left out, and a day goes to its end. */
export function paramsOf({ from, to, ...filter }: HistoryFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value.trim() !== "") params.set(name, value.trim());
  if (from !== "") params.set("from", String(startOf(from)));
  if (to !== "") params.set("to", String(startOf(to, 1)));
  return params;
}

/** What of the words looked for is best looked for in a chat: those that must stand together, or the longest. */
export function tellingWords(words: string): string {
  const [, together] = /"([^"]+)"/.exec(words) ?? [];
  const longest = (one: string, other: string): string => (other.length > one.length ? other : one);
  return together ?? words.split(/[\s"]+/).reduce(longest, "");
}

/** Conversations that fit, page by page; while others are looked for, those found last stay on the screen. */
export function useFound(filter: HistoryFilter) {
  const params = paramsOf(filter).toString();
  return useInfiniteQuery<HistoryPage, Error, InfiniteData<HistoryPage>, string[], number | undefined>({
    queryKey: ["history", params],
    initialPageParam: undefined,
    queryFn: ({ pageParam: before }) => {
      const page = new URLSearchParams(params);
      if (before !== undefined) page.set("before", String(before));
      return get<HistoryPage>(`/history?${page.toString()}`);
    },
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Midnight of a day, by this computer's time zone; so many days later. */
function startOf(day: string, later = 0): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).getTime();
}
