let resting = "Shopbell";
let flashed: string | undefined;

/** Sets the window's title; while something flashes there, it shows in between. */
export function setWindowTitle(title: string): void {
  resting = title;
  document.title = flashed ?? resting;
}

/** Shows something else in the title's place; undefined brings the title back. */
export function flashTitle(text: string | undefined): void {
  flashed = text;
  document.title = flashed ?? resting;
}
