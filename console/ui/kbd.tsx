import { printed } from "../commands/printed.ts";
import { cx } from "./cx.ts";
import styles from "./kbd.module.css";

/** The keys of a command (commands/stroke.ts), as they are printed on a keyboard. `onAccent`: on a coloured button. */
export function Kbd({ keys, onAccent = false }: { keys: string; onAccent?: boolean }) {
  return (
    <span className={cx(styles.keys, onAccent && styles.onAccent)}>
      {keys.split(" ").map((key, index) => (
        // A sequence may hold a key twice, and never changes its order.
        // oxlint-disable-next-line react/no-array-index-key
        <kbd key={index} className={styles.kbd}>
          {printed(key)}
        </kbd>
      ))}
    </span>
  );
}
