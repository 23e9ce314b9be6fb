import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** What stands where there is nothing yet: why, and what to do. */
export function EmptyState({
  icon,
  title,
  heading: Heading = "h2",
  children,
}: {
  icon?: ReactNode;
  title: string;
  /** `h1` where it is all there is on the page. */
  heading?: "h1" | "h2";
  children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {icon !== undefined && (
        <div className={styles.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <Heading className={styles.title}>{title}</Heading>
      {children !== undefined && <div className={styles.more}>{children}</div>}
    </div>
  );
}
