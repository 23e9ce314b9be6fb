import { type FormEvent, useState } from "react";
import { refusalSentence } from "../strings/refusal.ts";

/** A form that is being sent: not twice at once, and with the sentence when it was refused. */
export function useSubmit(send: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [attempts, setAttempts] = useState(0);
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await send();
    } catch (refusal) {
      setProblem(refusalSentence(refusal));
    } finally {
      setBusy(false);
      setAttempts((count) => count + 1);
    }
  };
  return {
    busy,
    problem,
    /** How often it was tried; each time there may be a field that says what is wrong. */
    attempts,
    onSubmit(event: FormEvent) {
      event.preventDefault();
      void submit();
    },
  };
}
