import type { OutboxStore } from "../../client/line.ts";
import type { FromOperator } from "../../protocol/operator-to-server.ts";

/** What somebody wrote; everything else is asked anew when the console is loaded again, or was of the moment. */
const WRITTEN: ReadonlySet<FromOperator["type"]> = new Set(["send", "note", "say"]);

/**
 * Where this tab keeps what its operator wrote and the server has not confirmed, through a reload. Each operator has a place of
 * their own, so that nobody sends under another's name what was left behind at the same computer.
 */
export function unsentStore(operator: string): OutboxStore {
  const place = `shopbell.unsent.${operator}`;
  return {
    load: () => sessionStorage.getItem(place),
    save: (text) => {
      const written = (JSON.parse(text ?? "[]") as FromOperator[]).filter(({ type }) => WRITTEN.has(type));
      if (written.length > 0) sessionStorage.setItem(place, JSON.stringify(written));
      else sessionStorage.removeItem(place);
    },
  };
}
