import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, useEffect, useLayoutEffect, useRef } from "react";
import { FilterBar } from "../filters/filter-bar.tsx";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { ListEmpty } from "./empty.tsx";
import { ListHead, useHeadTools } from "./head.tsx";
import styles from "./list.module.css";
import { hide, show, useList } from "./live-list.ts";
import { RemarkDialog } from "./remark-dialog.tsx";
import { RequestChatDialog } from "./request-chat-dialog.tsx";
import { ListRow, rowId } from "./row.tsx";
import { visitorAt } from "./row-store.ts";
import { useListCommands } from "./use-list-commands.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useListPointer } from "./use-list-pointer.ts";
import { useLayout } from "./use-layout.ts";
import { useVisitorMenu, VisitorMenu } from "./visitor-menu.tsx";

/** Pixels; the tokens' --row and the head of list.module.css. */
const ROW = 34;
const HEAD = 34;
/** Rows drawn beyond the screen's edges, so that a turn of the wheel shows no blanks. */
const OVERSCAN = 8;
/** Before the first frame: about a screenful of blanks. */
const FIRST_ROWS = 24;

/** The visitor list: a window on the server's list, as long as the whole of it. */
export function VisitorList() {
  const grid = useRef<HTMLDivElement>(null);
  const rows = useList((list) => list.rows);
  const turn = useList((list) => list.turn);
  const selected = useList((list) => list.cursor.visitor);
  const menu = useVisitorMenu();
  const layout = useLayout(grid);
  const head = useHeadTools(layout);
  const count = rows.loaded ? rows.total : FIRST_ROWS;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // The list is measured before it is laid out; this is what a screen holds.
    initialRect: { width: 0, height: FIRST_ROWS * ROW },
  });
  const range = virtual.range;
  const start = range?.startIndex ?? 0;
  const end = range === null ? FIRST_ROWS : range.endIndex + 1;

  useEffect(() => show(start, end), [start, end, turn]);
  useEffect(() => hide, []);
  useLayoutEffect(() => {
    // Newer browsers return a promise, which an effect must not.
    grid.current?.scrollTo({ top: 0 });
  }, [turn]);
  useEffect(() => {
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, []);

  const scrollTo = (index: number) => virtual.scrollToIndex(index, { align: "auto" });
  useListCommands();
  const onKeyDown = useListKeys({ grid, scrollTo, page: Math.max(1, end - start - 1), openMenu: menu.open });
  const pointer = useListPointer({ grid, openMenu: menu.open });
  const drawn = virtual.getVirtualItems();
  /** As many as are ever drawn at once. A blank that scrolls away is used again, or a drag would make all of them anew in each frame. */
  const places = Math.ceil((virtual.scrollRect?.height ?? 0) / ROW) + 2 * OVERSCAN + 2;
  const isDrawn = selected !== undefined && drawn.some(({ index }) => visitorAt(rows, index) === selected);

  return (
    <div className={styles.frame}>
      <h1 className="visually-hidden">{t("list.visitors")}</h1>
      <FilterBar />
      <div
        ref={grid}
        role="grid"
        aria-label={t("list.visitors")}
        aria-rowcount={rows.loaded ? rows.total + 1 : -1}
        aria-busy={!rows.loaded}
        aria-activedescendant={isDrawn ? rowId(selected) : undefined}
        tabIndex={0}
        data-keys="list"
        className={cx(styles.grid, layout.roomy && styles.roomy)}
        style={{ "--columns": layout.template, "--least": `${layout.least}px` } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <ListHead layout={layout} openMenu={head.openMenu} say={head.say} />
        <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }} {...pointer}>
          {drawn.map(({ index, start: top }) => {
            const visitor = visitorAt(rows, index);
            return (
              <ListRow
                key={visitor ?? `place-${index % places}`}
                columns={layout.columns}
                index={index}
                place={index % places}
                visitor={visitor}
                top={top - HEAD}
              />
            );
          })}
        </div>
      </div>
      {head.tools}
      {rows.loaded && rows.total === 0 && <ListEmpty />}
      <VisitorMenu place={menu.place} onClose={menu.close} focusAfter={grid} />
      <RequestChatDialog />
      <RemarkDialog />
    </div>
  );
}
