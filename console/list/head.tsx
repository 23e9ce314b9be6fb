import { ArrowDown, ArrowUp, Columns3 } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { t } from "../strings/t.ts";
import { IconButton } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { type MenuPlace, ColumnMenu } from "./column-menu.tsx";
import { type Column, direction } from "./columns.ts";
import headStyles from "./head.module.css";
import type { Layout } from "./layout.ts";
import styles from "./list.module.css";
import { sortBy, useList } from "./live-list.ts";
import { moveColumn, setColumnWidth } from "./own-columns.ts";
import { useHeadDrag } from "./use-head-drag.ts";

/** How much wider or narrower a key makes a column. */
const STEP = 16;

interface Parts {
  layout: Layout;
  openMenu: (place: MenuPlace) => void;
  /** What a key did to a column is seen by those who see; the others are told. */
  say: (words: string) => void;
}

/** The columns' heads: a press sorts, the edge is drawn, the head is taken elsewhere; the same by keys and from the menu. */
export function ListHead({ layout, openMenu, say }: Parts) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {layout.columns.map((column) => (
          <Head key={column.id} column={column} columns={layout.columns} openMenu={openMenu} say={say} />
        ))}
      </div>
    </div>
  );
}

/** What stands over the heads and is no part of the grid: the button for all columns, and their menu. */
export function useHeadTools(layout: Layout): Omit<Parts, "layout"> & { tools: ReactNode } {
  const [place, setPlace] = useState<MenuPlace>();
  const [said, setSaid] = useState("");
  const tools = (
    <>
      <IconButton
        label={t("columns.columns")}
        className={headStyles.choose ?? ""}
        aria-haspopup="menu"
        onClick={({ currentTarget, detail }) =>
          setPlace({ rect: currentTarget.getBoundingClientRect(), byKey: detail === 0 })
        }
      >
        <Columns3 />
      </IconButton>
      <span role="status" className="visually-hidden">
        {said}
      </span>
      <ColumnMenu place={place} layout={layout} onClose={() => setPlace(undefined)} />
    </>
  );
  return { openMenu: setPlace, say: setSaid, tools };
}

function Head({
  column,
  columns,
  openMenu,
  say,
}: {
  column: Column;
  columns: readonly Column[];
} & Omit<Parts, "layout">) {
  const sorted = useList((list) => direction(list.sort, column));
  const drag = useHeadDrag(column.id);
  const name = t(column.label);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, shiftKey, currentTarget } = event;
    const cell = currentTarget.parentElement;
    if (cell === null) return;
    const by = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
    if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
      openMenu({ rect: currentTarget.getBoundingClientRect(), byKey: true, column });
    } else if (by !== 0 && ctrlKey && !shiftKey) {
      const to = columns[columns.indexOf(column) + by];
      if (to === undefined) return;
      // Moving takes the focus away; the next key is to find it where it was.
      flushSync(() => moveColumn(column.id, to.id));
      currentTarget.focus();
      say(t("columns.moved", { column: name, place: columns.indexOf(to) + 1 }));
    } else if (by !== 0 && shiftKey && !ctrlKey) {
      const width = cell.offsetWidth + by * STEP;
      setColumnWidth(column.id, width);
      say(t("columns.width", { column: name, width }));
    } else if (by !== 0) {
      const next = by > 0 ? cell.nextElementSibling : cell.previousElementSibling;
      next?.querySelector("button")?.focus();
    } else {
      return;
    }
    event.preventDefault();
  };
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault();
    openMenu({ rect: new DOMRect(event.clientX, event.clientY, 0, 0), byKey: false, column });
  };

  return (
    <div
      role="columnheader"
      aria-sort={sorted ?? "none"}
      data-column={column.id}
      className={cx(headStyles.cell, column.numeric === true && styles.number)}
    >
      <button
        type="button"
        className={cx(headStyles.sort, column.numeric === true && headStyles.numeric)}
        title={t("columns.hint")}
        onClick={({ detail }) => (detail === 0 || !drag.hasMoved()) && sortBy(column)}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
        {...drag.head}
      >
        <span>{name}</span>
        {sorted === "ascending" && <ArrowUp aria-hidden="true" />}
        {sorted === "descending" && <ArrowDown aria-hidden="true" />}
      </button>
      <div
        aria-hidden="true"
        className={headStyles.edge}
        {...drag.edge}
        onDoubleClick={() => setColumnWidth(column.id, undefined)}
      />
    </div>
  );
}
