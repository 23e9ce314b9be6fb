import { cx } from "./cx.ts";
import styles from "./kbd.module.css";

/** A key, as it is printed on a keyboard; those pressed one after the other are separated by spaces. `onAccent`: on a coloured button. */
export function Kbd({ keys, onAccent = false }: { keys: string; onAccent?: boolean }) {
  return (
    <span className={cx(styles.keys, onAccent && styles.onAccent)}>
      {keys.split(" ").map((key, index) => (
        // A sequence may hold a key twice, and never changes its order.
        // oxlint-disable-next-line react/no-array-index-key
        <kbd key={index} className={styles.kbd}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
