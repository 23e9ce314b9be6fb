import { useEffect, useRef } from "react";
import type { CommandId } from "./table.ts";

/** What does a command. `digit`: which of the keys 1 to 9 was pressed, where the table has any of them. */
type Run = (more: { digit?: number }) => void;

/** How a part of the console does a command, and whether it can just now. */
export interface Offer {
  run: Run;
  can?: () => boolean;
}

export type Offers = { readonly [id in CommandId]?: Run | Offer };

/** By command, whoever does it; of several the one that came last, which stands on top. */
const offered = new Map<CommandId, Offer[]>();

/** Says what this part of the console does while it is on the screen. */
export function useOffers(offers: Offers): void {
  const latest = useRef(offers);
  useEffect(() => {
    latest.current = offers;
  });
  // The set of commands that a part does is always the same; how it does them may change with each drawing.
  useEffect(() => {
    const ids = Object.keys(latest.current) as CommandId[];
    return offer(
      Object.fromEntries(
        ids.map((id) => [
          id,
          {
            run: (more) => asOffer(latest.current[id])?.run(more),
            can: () => asOffer(latest.current[id])?.can?.() ?? true,
          } satisfies Offer,
        ]),
      ),
    );
  }, []);
}

/** The same, outside of components; until the returned function is called. */
function offer(offers: Offers): () => void {
  const mine = (Object.entries(offers) as [CommandId, Run | Offer][]).map(
    ([id, how]) => [id, typeof how === "function" ? { run: how } : how] as const,
  );
  for (const [id, how] of mine) offered.set(id, [...(offered.get(id) ?? []), how]);
  return () => {
    for (const [id, how] of mine)
      offered.set(
        id,
        (offered.get(id) ?? []).filter((other) => other !== how),
      );
  };
}

/** Whether somebody does the command just now. */
export function isOffered(id: CommandId): boolean {
  return find(id) !== undefined;
}

/** Does a command. False: nobody does it just now. */
export function perform(id: CommandId, more: { digit?: number } = {}): boolean {
  const how = find(id);
  how?.run(more);
  return how !== undefined;
}

function find(id: CommandId): Offer | undefined {
  const how = offered.get(id)?.at(-1);
  return how !== undefined && (how.can?.() ?? true) ? how : undefined;
}

function asOffer(how: Run | Offer | undefined): Offer | undefined {
  return typeof how === "function" ? { run: how } : how;
}
