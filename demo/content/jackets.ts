import type { Product } from "./product.ts";

const jacketSizes = ["XS", "S", "M", "L", "XL"] as const;

/** Jackets: the outer layer, then the warm one. */
export const jackets: readonly Product[] = [
  {
    path: "/jackets/nimbus",
    category: "/jackets",
    name: "Nimbus",
    title: "Nimbus shell",
    tagline: "Three layers between you and a week of rain.",
    priceCents: 29900,
    picture: {
      file: "nimbus",
      alt: "A blue rain shell with yellow zips and cuffs, hanging from a branch in light rain",
    },
    sizes: jacketSizes,
    stock: "In stock in all sizes",
    highlights: [
      "Waterproof to 20,000 mm, every seam taped",
      "Hood turns with your head and fits over a helmet",
      "Free of fluorocarbons",
    ],
    story: [
      "The Nimbus is a plain, quiet shell: one chest pocket, two hand pockets that stay clear of a hip belt, and a hood you can see out of.",
      "It is cut with room for a fleece. Wash it when it is dirty; clean cloth keeps rain out better than spray does.",
    ],
    specs: [
      ["Weight in M", "430 g"],
      ["Cloth", "Three-layer recycled polyester"],
      ["Water column", "20,000 mm"],
      ["Breathing", "18,000 g/m² a day"],
      ["Cut", "Regular, room for one warm layer"],
    ],
    related: ["/jackets/hearth", "/boots/alta-gtx", "/packs/daybreak-22"],
  },
  {
    path: "/jackets/hearth",
    category: "/jackets",
    name: "Hearth",
    title: "Hearth down jacket",
    tagline: "Warm as a stove, packs as small as a loaf.",
    priceCents: 25900,
    picture: { file: "hearth", alt: "A quilted rust-red down jacket on a hanger while snow falls" },
    sizes: jacketSizes,
    stock: "In stock in all sizes",
    highlights: [
      "340 g with 120 g of down in it",
      "Down traced to the farm, never live-plucked",
      "Packs into its own pocket",
    ],
    story: [
      "For the minute after you stop walking. The Hearth goes over or under a shell and weighs less than the bread it is as big as.",
      "The quilting is narrow at the sides and wide at the chest, so the down stays where you feel the cold first.",
    ],
    specs: [
      ["Weight in M", "340 g"],
      ["Filling", "120 g of 750-fill duck down"],
      ["Cloth", "Recycled 10-denier nylon"],
      ["Packed size", "22 × 12 cm"],
      ["Cut", "Slim, fits below a shell"],
    ],
    related: ["/jackets/nimbus", "/stoves/ember", "/boots/moor-mid"],
  },
];
