import { create } from "zustand";
import { t } from "../strings/t.ts";
import { toast } from "../ui/toast.tsx";

/** What a key or a button has asked of the composer of a chat. */
interface Requests {
  /** The chat whose Spell Checker is open, and whether the message is on its way. */
  checking: { conversation: string; sending: boolean } | undefined;
}

export const useRequests = create<Requests>(() => ({ checking: undefined }));

/**
 * Opens the Spell Checker over the text in a chat's input box; `sending`: because it is about to be sent. False: it could not be loaded,
 * because the server cannot be reached and the browser does not have it yet.
 */
export async function checkSpelling(conversation: string, sending = false): Promise<boolean> {
  try {
    await import("./spell-dialog.tsx");
  } catch {
    if (!sending) toast(t("spelling.notLoaded"), "problem");
    return false;
  }
  useRequests.setState({ checking: { conversation, sending } });
  return true;
}
