import { type Offers, useOffers } from "../commands/offers.ts";
import { useList } from "./live-list.ts";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { act, isPossible, VISITOR_ACTIONS } from "./visitor-actions.ts";

/** What the commands of the list do: with the visitor who is selected. */
export function useListCommands(): void {
  useOffers(OFFERS);
}

const OFFERS: Offers = Object.fromEntries(
  VISITOR_ACTIONS.map((action) => [
    action,
    {
      run() {
        const row = selectedRow();
        if (row !== undefined) void act(action, row);
      },
      can() {
        const row = selectedRow();
        return row !== undefined && isPossible(action, row);
      },
    },
  ]),
);

/** The row of the visitor who is selected, if the list has it. */
export function selectedRow(): VisitorRow | undefined {
  const { rows, cursor } = useList.getState();
  return cursor.visitor === undefined ? undefined : rows.byVisitor.get(cursor.visitor);
}
