import type { Product } from "./product.ts";

const bootSizes = ["36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46"] as const;

/** Boots, highest first. */
export const boots: readonly Product[] = [
  {
    path: "/boots/alta-gtx",
    category: "/boots",
    name: "Alta GTX",
    title: "Alta GTX boots",
    tagline: "A leather boot for long days with a heavy pack.",
    priceCents: 24900,
    picture: { file: "alta-gtx", alt: "A pair of high brown leather hiking boots with orange laces on a stone ledge" },
    sizes: bootSizes,
    stock: "In stock in all sizes",
    highlights: [
      "Waterproof and breathing, leather outside",
      "Wide toe box, narrow heel: no lifting, no blisters",
      "Can be resoled twice, in our own workshop",
    ],
    story: [
      "The Alta is built from one piece of 2.4 mm leather, so there are few seams to leak and few to fail. The rubber rand goes all the way round, because rocks do too.",
      "Give them three short walks before the long one. If they pinch after that, send them back within 60 days, mud and all.",
    ],
    specs: [
      ["Weight, pair in 42", "1,340 g"],
      ["Upper", "2.4 mm nubuck leather"],
      ["Lining", "Waterproof, breathing membrane"],
      ["Sole", "Rubber, can be resoled"],
      ["Height", "17 cm"],
      ["Good for", "Alpine paths, scree, heavy packs"],
    ],
    related: ["/boots/moor-mid", "/packs/traverse-55", "/jackets/nimbus"],
  },
  {
    path: "/boots/moor-mid",
    category: "/boots",
    name: "Moor Mid",
    title: "Moor Mid boots",
    tagline: "Light, soft from the first hour, happy in wet grass.",
    priceCents: 14900,
    wasCents: 17900,
    picture: {
      file: "moor-mid",
      alt: "A pair of moss-green mid-height hiking boots with cream laces on a stone ledge",
    },
    sizes: bootSizes,
    stock: "In stock in all sizes",
    highlights: [
      "880 g for the pair",
      "Recycled canvas that dries overnight",
      "Grip made for mud, roots and wet planks",
    ],
    story: [
      "For forest tracks, moors and the path down to the lake. The Moor Mid bends where your foot bends, and it needs no breaking in.",
      "The upper is woven from recycled bottles and painted with rubber where it matters. When it is dirty, hose it down.",
    ],
    specs: [
      ["Weight, pair in 42", "880 g"],
      ["Upper", "Recycled canvas and suede"],
      ["Lining", "Waterproof membrane"],
      ["Sole", "Soft rubber, 5 mm lugs"],
      ["Height", "12 cm"],
      ["Good for", "Day walks, wet ground, travel"],
    ],
    related: ["/boots/alta-gtx", "/packs/daybreak-22", "/jackets/hearth"],
  },
];
