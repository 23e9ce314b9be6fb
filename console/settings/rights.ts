import { useMe } from "../state/me.ts";

/** Whether sites and operators are this operator's to change. The server checks it as well. */
export function useMayAdminister(): boolean {
  return useMe(({ me }) => me?.role === "owner" || me?.role === "administrator");
}
