import type { CannedItem } from "../../protocol/rest.ts";
import { useMe } from "../state/me.ts";

/** Whether sites and operators are this operator's to change. The server checks it as well. */
export function useMayAdminister(): boolean {
  return useMe(({ me }) => me?.role === "owner" || me?.role === "administrator");
}

/** Whether what a department shares is this operator's to change. */
export function useMaySupervise(): boolean {
  return useMe(({ me }) => me !== undefined && me.role !== "operator");
}

/** Which canned messages and URLs this operator may change: their own, and what is shared according to the role. */
export function useMayChange(): (item: Pick<CannedItem, "shared" | "department">) => boolean {
  const administers = useMayAdminister();
  const supervises = useMaySupervise();
  return ({ shared, department }) => !shared || (department === undefined ? administers : supervises);
}
