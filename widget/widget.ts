import { readTag } from "./script-tag.ts";
import { start } from "./start.ts";

/** The page's own way to the widget: `Shopbell.open()`. */
export interface ShopbellApi {
  open(): void;
  close(): void;
}

declare global {
  var Shopbell: ShopbellApi | undefined;
}

const tag = readTag(document.currentScript);
// A page that loads the script twice gets one widget.
if (tag !== undefined && globalThis.Shopbell === undefined) {
  // What the page asks for before the widget has started is done then.
  let wantsOpen: boolean | undefined;
  const api: ShopbellApi = {
    open: () => (wantsOpen = true),
    close: () => (wantsOpen = false),
  };
  globalThis.Shopbell = api;
  whenIdle(() => {
    Object.assign(api, start(tag));
    if (wantsOpen === true) api.open();
    if (wantsOpen === false) api.close();
  });
}

/** Calls back when the page stands: parsed, no mere preparation for a visit that may never come, and with nothing better to do. */
function whenIdle(then: () => void): void {
  const again = () => whenIdle(then);
  if ((document as { prerendering?: boolean }).prerendering === true) {
    document.addEventListener("prerenderingchange", again, { once: true });
  } else if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", again, { once: true });
  } else if ("requestIdleCallback" in globalThis) requestIdleCallback(then, { timeout: 500 });
  else setTimeout(then);
}
