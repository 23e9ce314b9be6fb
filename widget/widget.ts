import type { Call } from "./commands.ts";
import { readTag } from "./script-tag.ts";
import { start } from "./start.ts";

/** The page's own way to the widget. Until the script is there, a page that wants to call early keeps its calls in `q`. */
type Shopbell = ((...call: Call) => void) & { q?: Call[] };

declare global {
  var shopbell: Shopbell | undefined;
}

/** Longer than a page takes that is not stuck, on a slow line. */
const PATIENCE_MS = 4_000;

const tag = readTag(document.currentScript);
// A page that loads the script twice gets one widget.
if (tag && (!globalThis.shopbell || globalThis.shopbell.q)) {
  // What the page asks for before the widget has started is done then.
  const calls = globalThis.shopbell?.q ?? [];
  let run = (...call: Call): unknown => calls.push(call);
  globalThis.shopbell = (...call) => void run(...call);
  void pageStands().then(() => {
    const commands = start(tag) as Record<Call[0], (...given: unknown[]) => void>;
    // A call that is wrong is reported as a rejection that nobody handles: it stops neither the page nor the calls behind it.
    run = async (name, ...given) => commands[name](...given);
    for (const call of calls) run(...call);
  });
}

/**
 * Waits until the page stands: no mere preparation for a visit that may never come, with its pictures there, and with nothing better
 * to do. What a page still waits for after a while is no reason to keep the operators waiting.
 */
async function pageStands(): Promise<void> {
  const page = document as Document & { prerendering?: boolean };
  if (page.prerendering) await new Promise((then) => page.addEventListener("prerenderingchange", then, { once: true }));
  if (page.readyState !== "complete")
    await new Promise((then) => {
      addEventListener("load", then);
      setTimeout(then, PATIENCE_MS);
    });
  await new Promise<unknown>((then) =>
    "requestIdleCallback" in globalThis ? requestIdleCallback(then, { timeout: 500 }) : setTimeout(then),
  );
}
