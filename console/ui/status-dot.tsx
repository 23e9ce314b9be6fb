import type { VisitorStatus } from "../../protocol/visitor-list.ts";
import { cx } from "./cx.ts";
import styles from "./status-dot.module.css";

/** A status' colour. Never alone: the word stands beside it or in a label. */
export function StatusDot({ status, pulse = false }: { status: VisitorStatus | "away" | "offline"; pulse?: boolean }) {
  return <i className={cx(styles.dot, styles[status], pulse && styles.pulse)} aria-hidden="true" />;
}
