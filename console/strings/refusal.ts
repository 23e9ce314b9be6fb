import { Refused } from "../../client/line.ts";
import { ApiError } from "../state/api.ts";
import { usePreferences } from "../state/preferences.ts";
import { type Key, sentencesOf } from "./catalogue.ts";
import { english } from "./english.ts";
import { translated } from "./sentences.ts";
import { t } from "./t.ts";

/** What the server (or the line) did not do, as a sentence in the operator's language; the server's own where we have none. */
export function refusalSentence(problem: unknown): string {
  if (problem instanceof ApiError) return apiSentence(problem);
  if (!(problem instanceof Refused)) return problem instanceof Error ? problem.message : t("shell.failed");
  const { code, by, message } = problem;
  const named = `refused-${code}-by`;
  if (by !== undefined && isShellKey(named)) return t(`shell.${named}`, { by });
  const plain = `refused-${code}`;
  return isShellKey(plain) ? t(`shell.${plain}`) : message;
}

function apiSentence({ code, message, retryAfterSeconds }: ApiError): string {
  // What is wrong with a form stands in the server's sentence alone.
  if (code === "bad-message" && message !== "") return inOwnWords(message);
  if (code === "too-fast" && retryAfterSeconds !== undefined) {
    if (retryAfterSeconds <= 90) return t("shell.tooFastSeconds", { count: retryAfterSeconds });
    return t("shell.tooFastMinutes", { count: Math.ceil(retryAfterSeconds / 60) });
  }
  const key = `refused-${code}`;
  return isShellKey(key) ? t(`shell.${key}`) : inOwnWords(message) || t("shell.failed");
}

function inOwnWords(sentence: string): string {
  return translated(sentence, sentencesOf(usePreferences.getState().language));
}

type ShellKey = Key extends infer K ? (K extends `shell.${infer Name}` ? Name : never) : never;
function isShellKey(name: string): name is ShellKey {
  return Object.hasOwn(english.shell, name);
}
