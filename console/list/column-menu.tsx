import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  EyeOff,
  FoldHorizontal,
  RotateCcw,
  UnfoldHorizontal,
} from "lucide-react";
import type { RefObject } from "react";
import { t } from "../strings/t.ts";
import { MenuAt, MenuCheck, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { type Column, COLUMNS } from "./columns.ts";
import { isWanted, type Layout } from "./layout.ts";
import { sortTo } from "./live-list.ts";
import { moveColumn, resetColumns, setColumnWidth, showColumn, useColumnChoice } from "./own-columns.ts";
import { useQueueing } from "../queue/queue.ts";

export interface MenuPlace {
  rect: DOMRect;
  byKey: boolean;
  /** Whose head it was opened at; without: the menu of all. */
  column?: Column | undefined;
}

/** How much wider or narrower an entry makes a column. */
const STEP = 32;

/** The menu of the columns: what can be done with one, and which are shown. */
export function ColumnMenu({
  place,
  layout,
  onClose,
}: {
  place: MenuPlace | undefined;
  layout: Layout;
  onClose: () => void;
}) {
  if (place === undefined) return null;
  const { column } = place;
  const name = column === undefined ? "columns" : column.id;
  return (
    <MenuAt
      rect={place.rect}
      byKey={place.byKey}
      label={column === undefined ? t("columns.columns") : t("columns.menuFor", { column: t(column.label) })}
      onClose={onClose}
      focusAfter={focusOn(name)}
    >
      {column !== undefined && <OneColumn column={column} columns={layout.columns} />}
      <Choice layout={layout} />
    </MenuAt>
  );
}

function OneColumn({ column, columns }: { column: Column; columns: readonly Column[] }) {
  const place = columns.findIndex(({ id }) => id === column.id);
  const [before, after] = [columns[place - 1], columns[place + 1]];
  const { opposite = false } = column;
  const width = () => headOf(column.id)?.offsetWidth ?? column.least;
  return (
    <>
      <MenuItem
        icon={<ArrowUp />}
        label={t("columns.ascending")}
        onSelect={() => sortTo({ by: column.sort, descending: opposite })}
      />
      <MenuItem
        icon={<ArrowDown />}
        label={t("columns.descending")}
        onSelect={() => sortTo({ by: column.sort, descending: !opposite })}
      />
      <MenuSeparator />
      <MenuItem
        icon={<ArrowLeft />}
        label={t("columns.left")}
        disabled={before === undefined}
        onSelect={() => before && moveColumn(column.id, before.id)}
      />
      <MenuItem
        icon={<ArrowRight />}
        label={t("columns.right")}
        disabled={after === undefined}
        onSelect={() => after && moveColumn(column.id, after.id)}
      />
      <MenuItem
        icon={<UnfoldHorizontal />}
        label={t("columns.wider")}
        onSelect={() => setColumnWidth(column.id, width() + STEP)}
      />
      <MenuItem
        icon={<FoldHorizontal />}
        label={t("columns.narrower")}
        onSelect={() => setColumnWidth(column.id, width() - STEP)}
      />
      {column.always !== true && (
        <MenuItem icon={<EyeOff />} label={t("columns.hide")} onSelect={() => showColumn(column.id, false)} />
      )}
      <MenuSeparator />
    </>
  );
}

function Choice({ layout }: { layout: Layout }) {
  const choice = useColumnChoice();
  const queueing = useQueueing();
  return (
    <>
      {choice.order.map((id) => {
        const column = COLUMNS.find((one) => one.id === id);
        if (column === undefined || column.always === true || (id === "operator" && !queueing)) return null;
        const name = t(column.label);
        return (
          <MenuCheck
            key={id}
            label={layout.dropped.includes(id) ? t("columns.noRoom", { column: name }) : name}
            checked={isWanted(column, choice, queueing)}
            onChange={(isShown) => showColumn(id, isShown)}
          />
        );
      })}
      <MenuSeparator />
      <MenuItem icon={<RotateCcw />} label={t("columns.reset")} onSelect={resetColumns} />
    </>
  );
}

function headOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[role=columnheader][data-column="${id}"]`);
}

/** Where the focus goes after the menu: to the head it was opened at, wherever that stands then, or else to the list. */
function focusOn(name: string): RefObject<HTMLElement | null> {
  return {
    get current() {
      return headOf(name)?.querySelector("button") ?? document.querySelector<HTMLElement>("[role=grid]");
    },
  };
}
