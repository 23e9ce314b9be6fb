import { type ComponentProps, type ReactNode, type Ref, useId } from "react";
import { cx } from "./cx.ts";
import styles from "./field.module.css";

interface About {
  label: string;
  /** Stands below, read with the field. */
  hint?: ReactNode;
  /** A sentence that says what to change. */
  error?: string | undefined;
}

type Text = About & Omit<ComponentProps<"input">, "id"> & { ref?: Ref<HTMLInputElement> };

/** One line of text with its label. */
export function TextField({ label, hint, error, className, ...native }: Text) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} className={className}>
      <input {...native} {...described(id, hint, error)} className={styles.input} />
    </Frame>
  );
}

type Area = About & Omit<ComponentProps<"textarea">, "id"> & { ref?: Ref<HTMLTextAreaElement> };

/** Several lines of text with their label. */
export function TextAreaField({ label, hint, error, className, ...native }: Area) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} className={className}>
      <textarea rows={3} {...native} {...described(id, hint, error)} className={cx(styles.input, styles.area)} />
    </Frame>
  );
}

type Choice = About & Omit<ComponentProps<"select">, "id">;

/** One of a few, with its label. */
export function SelectField({ label, hint, error, className, ...native }: Choice) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} className={className}>
      <select {...native} {...described(id, hint, error)} className={styles.input} />
    </Frame>
  );
}

function described(id: string, hint: ReactNode, error: string | undefined) {
  // An error stands in the hint's place: two sentences below one field are read by nobody.
  const more = error !== undefined ? `${id}-error` : hint !== undefined ? `${id}-hint` : undefined;
  return { id, "aria-invalid": error !== undefined || undefined, "aria-describedby": more };
}

function Frame({
  id,
  label,
  hint,
  error,
  className,
  children,
}: About & { id: string; className: string | undefined; children: ReactNode }) {
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id}>{label}</label>
      {children}
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {hint !== undefined && error === undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
    </div>
  );
}
