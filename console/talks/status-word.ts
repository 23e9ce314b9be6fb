import type { Colleague } from "../../protocol/server-to-operator.ts";
import { t } from "../strings/t.ts";

/** A colleague's status in words. */
export function statusWord(status: Colleague["status"]): string {
  return t(`talks.${status}`);
}
