import { useMemo } from "react";
import { useMe } from "../state/me.ts";

/** How many operators are logged in, oneself among them, and how many of these are online. */
export function useTally(): { online: number; loggedIn: number } {
  const colleagues = useMe((state) => state.colleagues);
  return useMemo(
    () => ({
      online: colleagues.filter(({ status }) => status === "online").length,
      loggedIn: colleagues.filter(({ status }) => status !== "offline").length,
    }),
    [colleagues],
  );
}
