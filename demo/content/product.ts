/** The address of a list of products, below /demo. */
export type CategoryPath = "/tents" | "/boots" | "/packs" | "/jackets" | "/stoves";

/** A picture of the shop: `file` is a name in assets/pictures without its ending. */
export type Picture = {
  readonly file: string;
  readonly alt: string;
};

/** One thing on sale. Prices are in euro cents and include tax. */
export type Product = {
  readonly path: string;
  readonly category: CategoryPath;
  /** Short name for cards, breadcrumbs and the cart. */
  readonly name: string;
  /** Full name for the heading and the page's title. */
  readonly title: string;
  readonly tagline: string;
  readonly priceCents: number;
  /** The price before the sale, when it is on sale. */
  readonly wasCents?: number;
  readonly picture: Picture;
  /** A second picture below the first, with a line under it. */
  readonly closeUp?: Picture & { readonly caption: string; readonly download: string };
  readonly sizes?: readonly string[];
  readonly stock: string;
  readonly highlights: readonly string[];
  readonly story: readonly string[];
  readonly specs: readonly (readonly [name: string, value: string])[];
  /** Paths of products that go well with it. */
  readonly related: readonly string[];
};

/** One list of products. */
export type Category = {
  readonly path: CategoryPath;
  readonly name: string;
  /** Heading and page title of the list. */
  readonly title: string;
  readonly intro: string;
  readonly banner: string;
  /** The banner is dark, so the text on it is light. */
  readonly isDark: boolean;
  /** The card that asks whether help is wanted. */
  readonly question: string;
};
