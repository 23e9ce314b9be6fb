import { create } from "zustand";
import { newId } from "../../client/id.ts";
import { on, tell } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { ownStore } from "../state/own.ts";
import { readSavedFilters, type SavedFilter, wishOf } from "./saved-filters.ts";

const { useStore, change } = ownStore("list-filters", readSavedFilters);

/** The operator's saved filters, in their order, in whatever browser. */
export const useSavedFilters = useStore;

/** How many visitors pass each, by the filter's id; missing until the server has told. */
export const useFilterCounts = create<{ totals: Readonly<Record<string, number>> }>(() => ({ totals: {} }));

/** The filters that the server counts for this window, in the order in which it was asked. */
let counted: readonly SavedFilter[] = [];

/** Which filter the window is open for; without an id it makes a new one. */
export const useFilterDialog = create<{ open: boolean; id: string | undefined }>(() => ({
  open: false,
  id: undefined,
}));

/** How many can be saved. */
export function mostFilters(): number {
  return useMe.getState().limits?.savedFilters ?? 20;
}

/** Saves a filter under its id, or a new one at the end. */
export function saveFilter(filter: Omit<SavedFilter, "id">, id?: string): void {
  const { filters } = useStore.getState();
  if (id === undefined) change({ filters: [...filters, { ...filter, id: newId() }] });
  else change({ filters: filters.map((one) => (one.id === id ? { ...filter, id } : one)) });
}

export function deleteFilter(id: string): void {
  change({ filters: useStore.getState().filters.filter((one) => one.id !== id) });
}

/** Takes a filter one place to the left (-1) or to the right (1). */
export function moveFilter(id: string, by: -1 | 1): void {
  const { filters } = useStore.getState();
  const place = filters.findIndex((one) => one.id === id);
  const filter = filters[place];
  const to = place + by;
  if (filter === undefined || to < 0 || to >= filters.length) return;
  change({ filters: filters.toSpliced(place, 1).toSpliced(to, 0, filter) });
}

/** Has the saved filters counted until the returned function is called: while they are on the screen. */
export function countFilters(): () => void {
  ask();
  const ends = [
    on("welcome", ask),
    useStore.subscribe(ask),
    useMe.subscribe(({ siteId }, before) => siteId !== before.siteId && ask()),
    on("counted", ({ site, totals }) => {
      if (site !== useMe.getState().siteId || totals.length !== counted.length) return;
      useFilterCounts.setState({
        totals: Object.fromEntries(counted.map(({ id }, place) => [id, totals[place] ?? 0])),
      });
    }),
  ];
  return () => {
    for (const end of ends) end();
    askFor([]);
  };
}

function ask(): void {
  askFor(useStore.getState().filters.slice(0, mostFilters()));
}

function askFor(filters: typeof counted): void {
  const { siteId: site } = useMe.getState();
  if (site === undefined) return;
  counted = filters;
  tell({ type: "count", site, filters: counted.map(wishOf) });
}
