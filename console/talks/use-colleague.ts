import type { Colleague } from "../../protocol/server-to-operator.ts";
import { useMe } from "../state/me.ts";

/** A colleague as the server last told. */
export function useColleague(id: string): Colleague | undefined {
  return useMe(({ colleagues }) => colleagues.find((one) => one.id === id));
}
