import { Problem } from "../sign-in/problem.tsx";
import { useSubmit } from "../sign-in/use-submit.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

/** Asks before something that cannot be undone, or that somebody else feels at once. */
export function ConfirmDialog({
  title,
  text,
  yes,
  act,
  onClose,
}: {
  title: string;
  text: string;
  yes: string;
  act: () => Promise<void>;
  onClose: () => void;
}) {
  const form = useSubmit(async () => {
    await act();
    onClose();
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={text}
      footer={
        <form onSubmit={form.onSubmit}>
          <Button look="quiet" onClick={onClose}>
            {t("shell.cancel")}
          </Button>{" "}
          <Button submit look="danger" disabled={form.busy}>
            {yes}
          </Button>
        </form>
      }
    >
      <Problem sentence={form.problem} />
    </Dialog>
  );
}
