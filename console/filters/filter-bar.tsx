import { ListFilter, Pencil } from "lucide-react";
import { Suspense, useEffect } from "react";
import { useOffers } from "../commands/offers.ts";
import { applyFilter, clearFilter, useList } from "../list/live-list.ts";
import { usePreferences } from "../state/preferences.ts";
import { t } from "../strings/t.ts";
import { formatNumber } from "../strings/translation.ts";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import styles from "./filter-bar.module.css";
import { countFilters, useFilterCounts, useFilterDialog, useSavedFilters } from "./own-filters.ts";
import { isSameFilter, type SavedFilter, wishOf } from "./saved-filters.ts";
import { onDemand } from "../ui/on-demand.tsx";

const FilterDialog = onDemand(() => import("./filter-dialog.tsx").then((it) => it.FilterDialog), {
  close: () => useFilterDialog.setState({ open: false, id: undefined }),
});

/** The saved filters above the list, each with how many pass it; a press shows those, another one everybody. */
export function FilterBar() {
  const filters = useSavedFilters((state) => state.filters);
  const isOpen = useFilterDialog((state) => state.open);
  useEffect(() => countFilters(), []);
  useOffers({
    "saved-filter": ({ digit = 1 }) => {
      const filter = filters[digit - 1];
      if (filter !== undefined) toggle(filter);
    },
    "new-filter": () => openDialog(),
  });
  return (
    <div className={styles.bar} role="group" aria-label={t("filters.filters")}>
      {filters.map((filter, place) => (
        <Chip key={filter.id} filter={filter} place={place} />
      ))}
      <button type="button" className={cx(styles.chip, styles.add)} onClick={() => openDialog()}>
        <ListFilter aria-hidden="true" />
        {t("filters.add")}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <FilterDialog />
        </Suspense>
      )}
    </div>
  );
}

function Chip({ filter, place }: { filter: SavedFilter; place: number }) {
  const total = useFilterCounts(({ totals }) => totals[filter.id]);
  const language = usePreferences((preferences) => preferences.language);
  const isChosen = useIsChosen(filter);
  return (
    <span className={cx(styles.pair, isChosen && styles.chosen)}>
      <button
        type="button"
        className={styles.chip}
        aria-pressed={isChosen}
        aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
        title={place < 9 ? t("filters.key", { name: filter.name, key: String(place + 1) }) : filter.name}
        onClick={() => toggle(filter)}
      >
        <bdi>{filter.name}</bdi> <b>{total === undefined ? "–" : formatNumber(language, total)}</b>
      </button>
      {isChosen && (
        <IconButton
          label={t("filters.edit", { name: filter.name })}
          className={styles.edit ?? ""}
          onClick={() => openDialog(filter.id)}
        >
          <Pencil />
        </IconButton>
      )}
    </span>
  );
}

function useIsChosen(filter: SavedFilter): boolean {
  return useList(({ text, statuses, where }) =>
    isSameFilter(filter, { text, statuses: [...statuses], where: [...where] }),
  );
}

function toggle(filter: SavedFilter): void {
  const { text, statuses, where } = useList.getState();
  const isChosen = isSameFilter(filter, { text, statuses: [...statuses], where: [...where] });
  if (isChosen) clearFilter();
  else applyFilter(wishOf(filter));
}

function openDialog(id?: string): void {
  useFilterDialog.setState({ open: true, id });
}
