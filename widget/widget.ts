import type { Call } from "./commands.ts";
import { readTag } from "./script-tag.ts";
import { start } from "./start.ts";

/** The page's own way to the widget. Until the script is there, a page that wants to call early keeps its calls in `q`. */
type Shopbell = ((...call: Call) => void) & { q?: Call[] };

declare global {
  var shopbell: Shopbell | undefined;
}

const tag = readTag(document.currentScript);
// A page that loads the script twice gets one widget.
if (tag && (!globalThis.shopbell || globalThis.shopbell.q)) {
  // What the page asks for before the widget has started is done then.
  const calls = globalThis.shopbell?.q ?? [];
  let run = (...call: Call): void => void calls.push(call);
  globalThis.shopbell = (...call) => run(...call);
  whenIdle(() => {
    const commands = start(tag) as Record<Call[0], (...given: unknown[]) => void>;
    run = (name, ...given) => commands[name](...given);
    for (const call of calls) run(...call);
  });
}

/** Calls back when the page stands: parsed, no mere preparation for a visit that may never come, and with nothing better to do. */
function whenIdle(then: () => void): void {
  const { prerendering, readyState } = document as Document & { prerendering?: boolean };
  const event = prerendering ? "prerenderingchange" : readyState === "loading" ? "DOMContentLoaded" : undefined;
  if (event) document.addEventListener(event, () => whenIdle(then), { once: true });
  else if ("requestIdleCallback" in globalThis) requestIdleCallback(then, { timeout: 500 });
  else setTimeout(then);
}
