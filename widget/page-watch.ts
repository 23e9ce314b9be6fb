import type { Page } from "../protocol/visitor-to-server.ts";

/** Four frames a second at the most, so that a page that moves in steps costs no more than one that moves once. */
const GAP_MS = 250;

/** Where the visitor is, within the protocol's bounds. */
export function currentPage(): Page {
  return { url: location.href.slice(0, 4_096), title: document.title };
}

/**
 * Watches the page change without a new document: its address and its title.
 * @param changed `moved`: the address is another one, not only the title.
 */
export function watchPage(changed: (page: Page, moved: boolean) => void): void {
  let last = currentPage();
  let isResting = false;
  const check = () => {
    const page = currentPage();
    const moved = page.url !== last.url;
    if (isResting || (!moved && page.title === last.title)) return;
    isResting = true;
    setTimeout(() => {
      isResting = false;
      check();
    }, GAP_MS);
    last = page;
    changed(page, moved);
  };
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation === undefined) {
    addEventListener("popstate", check);
    setInterval(check, 1_000); // pushState tells nobody
  } else navigation.addEventListener("currententrychange", check);
  // The whole head, because frameworks replace the title element instead of its text.
  new MutationObserver(check).observe(document.head, { childList: true, subtree: true, characterData: true });
}
