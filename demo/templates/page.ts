import type { Html } from "../html.ts";

/** One page of the shop before the frame is put around it. */
export type Page = {
  /** Address below /demo, without a slash at the end; the home page is `/`. */
  readonly path: string;
  /** Without the shop's name, which the frame adds. */
  readonly title: string;
  /** One sentence for search engines. */
  readonly description: string;
  readonly main: Html;
};

/** Turns an address below /demo into one that a browser can follow. */
export function link(path: string): string {
  return `/demo${path}`;
}

/** The address of a drawing in assets/pictures. */
export function pictureLink(file: string): string {
  return link(`/assets/pictures/${file}.svg`);
}

/** The address of something to download in assets/files. */
export function fileLink(file: string): string {
  return link(`/assets/files/${file}`);
}

const euro = new Intl.NumberFormat("en-IE", {
  style: "currency",
  currency: "EUR",
  trailingZeroDisplay: "stripIfInteger",
});

/** Euro cents as people write them: €349, €6.90. */
export function money(cents: number): string {
  return euro.format(cents / 100);
}
