import { memo } from "react";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { cx } from "../ui/cx.ts";
import { Cell } from "./cells.tsx";
import type { Column } from "./columns.ts";
import styles from "./list.module.css";
import { useList } from "./live-list.ts";

/** The id of a visitor's row in the document, for `aria-activedescendant`. */
export function rowId(visitor: number): string {
  return `visitor-${visitor}`;
}

/** A place in the list. Draws itself anew only when its own visitor or its own place changes. */
export const ListRow = memo(function ListRow({
  visitor,
  columns,
  index,
  place,
  top,
}: {
  columns: readonly Column[];
  /** Unknown while the row has not arrived. */
  visitor: number | undefined;
  index: number;
  /** Which of the blanks it is while the row has not arrived. */
  place: number;
  /** Pixels below the first row. */
  top: number;
}) {
  const row = useList((list) => (visitor === undefined ? undefined : list.rows.byVisitor.get(visitor)));
  const isSelected = useList((list) => visitor !== undefined && list.cursor.visitor === visitor);
  const style = { transform: `translateY(${top}px)` };
  if (row === undefined) return <Skeleton columns={columns} index={index} place={place} style={style} />;
  return (
    <div
      id={rowId(row.visitor)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-visitor={row.visitor}
      className={cx(styles.row, row.status === "requesting" && styles.requesting, isSelected && styles.selected)}
      style={style}
    >
      <Cells columns={columns} row={row} />
    </div>
  );
});

/** Apart from the place, because live lists move: a row that somebody's coming pushes down is the same row. */
const Cells = memo(function Cells({ columns, row }: { columns: readonly Column[]; row: VisitorRow }) {
  return columns.map(({ id }) => <Cell key={id} column={id} row={row} />);
});

/** A place whose row is on its way. */
function Skeleton({
  columns,
  index,
  place,
  style,
}: {
  columns: readonly Column[];
  index: number;
  place: number;
  style: { transform: string };
}) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy="true"
      className={cx(styles.row, styles.skeleton)}
      style={style}
    >
      <Blanks columns={columns} place={place} />
    </div>
  );
}

const Blanks = memo(function Blanks({ columns, place }: { columns: readonly Column[]; place: number }) {
  return columns.slice(0, 4).map(({ id }, cell) => (
    <div key={id} role="gridcell">
      {/* Lengths that look like different rows and do not flicker when drawn again. */}
      <i style={{ inlineSize: `${35 + ((place * 37 + cell * 29) % 45)}%` }} />
    </div>
  ));
});
