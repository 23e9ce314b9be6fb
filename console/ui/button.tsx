import type { ComponentProps, ReactNode } from "react";
import { useTitle } from "../commands/printed.ts";
import type { CommandId } from "../commands/table.ts";
import styles from "./button.module.css";
import { cx } from "./cx.ts";

type Native = Omit<ComponentProps<"button">, "type">;

/** A button with words. `look`: the one that is expected to be pressed is `primary`, what destroys is `danger`. */
export function Button({
  look = "plain",
  size = "medium",
  submit = false,
  className,
  ...native
}: Native & {
  look?: "plain" | "primary" | "danger" | "quiet";
  size?: "small" | "medium" | "large";
  submit?: boolean;
}) {
  return (
    <button
      {...native}
      type={submit ? "submit" : "button"}
      className={cx(styles.button, styles[look], styles[size], className)}
    />
  );
}

/** The looks of a button, for a link that is the next step. */
export function buttonClass(look: "plain" | "primary" = "plain"): string {
  return cx(styles.button, styles[look], styles.large);
}

/** A button with a picture only; `label` is its name and, with the keys of the `command` that does the same, its tooltip. */
export function IconButton({
  label,
  command,
  children,
  pressed,
  className,
  ...native
}: Omit<Native, "children" | "title"> & {
  label: string;
  command?: CommandId;
  children: ReactNode;
  pressed?: boolean;
}) {
  const { title, shortcuts } = useTitle(label, command);
  return (
    <button
      {...native}
      type="button"
      className={cx(styles.icon, className)}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcuts}
      title={title}
    >
      {children}
    </button>
  );
}
