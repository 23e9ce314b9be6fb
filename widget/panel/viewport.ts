/** Zoomed in further than this, the visible part is a matter of the visitor's fingers, not of a keyboard. */
const MOST_SCALE = 1.05;

/** Keeps a full-screen panel within what an on-screen keyboard leaves of the screen. */
export function followViewport(panel: HTMLElement): void {
  const viewport = globalThis.visualViewport;
  if (viewport === null) return;
  const fit = () => {
    if (viewport.scale > MOST_SCALE) return;
    panel.style.setProperty("--top", `${viewport.offsetTop}px`);
    panel.style.setProperty("--height", `${viewport.height}px`);
  };
  viewport.addEventListener("resize", fit);
  viewport.addEventListener("scroll", fit);
  fit();
}
