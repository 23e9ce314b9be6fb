import { boots } from "./boots.ts";
import { jackets } from "./jackets.ts";
import { packs } from "./packs.ts";
import type { Category, CategoryPath, Product } from "./product.ts";
import { stoves } from "./stoves.ts";
import { tents } from "./tents.ts";

/** Everything on sale. */
export const products: readonly Product[] = [...tents, ...boots, ...packs, ...jackets, ...stoves];

/** The lists, in the order of the menu. */
export const categories: readonly Category[] = [
  {
    path: "/tents",
    name: "Tents",
    title: "All tents",
    intro:
      "Three tents, each slept in by us for at least a hundred nights. Tell us how many you are and how far you walk.",
    banner: "banner-tents",
    isDark: false,
    question: "One person or two? Light or roomy?",
  },
  {
    path: "/boots",
    name: "Boots",
    title: "Hiking boots",
    intro: "Boots that can be mended. High leather for long days, soft canvas for wet grass.",
    banner: "banner-boots",
    isDark: false,
    question: "Between two sizes?",
  },
  {
    path: "/packs",
    name: "Packs",
    title: "Packs",
    intro: "For a week or for a day: packs that carry on the hips and open where you need them.",
    banner: "banner-packs",
    isDark: false,
    question: "How many litres do you need?",
  },
  {
    path: "/jackets",
    name: "Jackets",
    title: "Jackets",
    intro: "One to keep the rain out, one to keep the warmth in. Together they make a winter.",
    banner: "banner-jackets",
    isDark: false,
    question: "Rain, wind or cold?",
  },
  {
    path: "/stoves",
    name: "Stoves & light",
    title: "Stoves and light",
    intro: "Small things for the best hour of the day: hot tea, warm light, nothing to do.",
    banner: "banner-stoves",
    isDark: true,
    question: "Which gas fits where you travel?",
  },
];

const byPath: ReadonlyMap<string, Product> = new Map(products.map((product) => [product.path, product]));

/** The product at an address; an unknown address is a mistake in our own data. */
export function productAt(path: string): Product {
  const product = byPath.get(path);
  if (!product) throw new Error(`The catalogue has no product at ${path}.`);
  return product;
}

/** The products of one list, in its order. */
export function productsOf(category: CategoryPath): readonly Product[] {
  return products.filter((product) => product.category === category);
}

/** What costs less than before. */
export const productsOnSale: readonly Product[] = products.filter((product) => product.wasCents !== undefined);
