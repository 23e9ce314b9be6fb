import { type ReactNode, useId } from "react";
import { Problem } from "../sign-in/problem.tsx";
import type { useSubmit } from "../sign-in/use-submit.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./settings.module.css";
import { useFormFocus } from "./use-form-focus.ts";

/**
 * A window with one form in it: its fields, why it was refused, and the buttons that leave it or send it. The focus begins in the first
 * field, and goes to the first that is wrong.
 * @param submit the words on the button that sends. `danger` where that takes something away.
 */
export function FormDialog({
  form,
  title,
  description,
  submit,
  look = "primary",
  wide = false,
  problem = form.problem,
  cannotSend = false,
  beside,
  onClose,
  children,
}: {
  form: ReturnType<typeof useSubmit>;
  title: ReactNode;
  description?: ReactNode;
  submit: string;
  look?: "primary" | "danger";
  wide?: boolean;
  /** Why it cannot be sent, where it is more than what the server said. */
  problem?: string | undefined;
  /** There is nothing to be sent yet. */
  cannotSend?: boolean;
  /** What stands beside the buttons. */
  beside?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const formId = useId();
  const [first, fields] = useFormFocus(form.attempts);
  return (
    <Dialog
      open
      wide={wide}
      focus={first}
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          {beside}
          <Button look="quiet" onClick={onClose}>
            {t("shell.cancel")}
          </Button>
          <Button submit look={look} form={formId} aria-disabled={form.busy} disabled={cannotSend}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} ref={fields} className={styles.form} onSubmit={form.onSubmit} noValidate>
        {children}
        <Problem sentence={problem} />
      </form>
    </Dialog>
  );
}
