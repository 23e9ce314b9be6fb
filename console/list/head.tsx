import { ArrowDown, ArrowUp } from "lucide-react";
import { useQueueing } from "../queue/queue.ts";
import { t } from "../strings/t.ts";
import { cx } from "../ui/cx.ts";
import { type Column, columnsOf, direction } from "./columns.ts";
import headStyles from "./head.module.css";
import styles from "./list.module.css";
import { sortBy, useList } from "./live-list.ts";

/** The columns' heads: a press sorts. */
export function ListHead() {
  const isQueueing = useQueueing();
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {columnsOf(isQueueing).map((column) => (
          <Head key={column.id} column={column} />
        ))}
      </div>
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const sorted = useList((list) => direction(list.sort, column));
  return (
    <div
      role="columnheader"
      aria-sort={sorted ?? "none"}
      className={cx(styles[column.id], column.numeric === true && styles.number)}
    >
      <button
        type="button"
        className={cx(headStyles.sort, column.numeric === true && headStyles.numeric)}
        onClick={() => sortBy(column)}
      >
        <span>{t(column.label)}</span>
        {sorted === "ascending" && <ArrowUp aria-hidden="true" />}
        {sorted === "descending" && <ArrowDown aria-hidden="true" />}
      </button>
    </div>
  );
}
