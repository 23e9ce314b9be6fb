import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { CannedItem } from "../../protocol/rest.ts";
import { get, post } from "../state/api.ts";
import { on } from "../state/connection.ts";
import { useMe } from "../state/me.ts";

/** The canned messages and URLs this operator can use, kept in step with the server. */
export function useCanned() {
  const me = useMe((state) => state.me?.id);
  const queries = useQueryClient();
  useEffect(() => {
    const askAgain = () => void queries.invalidateQueries({ queryKey: ["canned", me] });
    // `welcome`: nobody told what changed while the line was down.
    const stops = [on("canned", askAgain), on("welcome", askAgain)];
    return () => stops.forEach((stop) => stop());
  }, [queries, me]);
  return useQuery({
    queryKey: ["canned", me],
    queryFn: () => get<CannedItem[]>("/canned"),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
}

/** Those of one kind; none until they have come. */
export function useCannedOf(kind: CannedItem["kind"]): readonly CannedItem[] {
  const { data = none } = useCanned();
  return data.filter((item) => item.kind === kind);
}

const none: readonly CannedItem[] = [];

/** Counts a use, here at once. A count that does not reach the server is not worth anybody's attention. */
export function useCountUse(): (item: CannedItem) => void {
  const me = useMe((state) => state.me?.id);
  const queries = useQueryClient();
  return ({ id }) => {
    queries.setQueryData<CannedItem[]>(["canned", me], (items) =>
      items?.map((item) => (item.id === id ? { ...item, uses: item.uses + 1 } : item)),
    );
    post(`/canned/${id}/uses`).catch(() => undefined);
  };
}
