import { useEffect, useRef } from "react";

/**
 * Where the focus of a form in a window is: it begins in the first field, and goes to the first that is wrong.
 * @param attempts how often it was tried to send it
 * @returns what the window begins with, and the form's own `ref`
 */
export function useFormFocus(attempts: number) {
  const fields = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLElement>(null);
  useEffect(() => {
    if (attempts > 0) fields.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [attempts]);
  const form = (element: HTMLFormElement | null) => {
    fields.current = element;
    first.current = element?.querySelector<HTMLElement>("input, select, textarea") ?? null;
  };
  return [first, form] as const;
}
