import styles from "./kbd.module.css";

/** A key, as it is printed on a keyboard; several, when pressed one after the other, are separated by spaces. */
export function Kbd({ keys, label }: { keys: string; label?: string }) {
  return (
    <span className={styles.keys} aria-label={label}>
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
