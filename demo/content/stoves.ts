import type { Product } from "./product.ts";

/** Heat and light for the evening. */
export const stoves: readonly Product[] = [
  {
    path: "/stoves/pico",
    category: "/stoves",
    name: "Pico stove",
    title: "Pico stove",
    tagline: "Half a litre of tea in two minutes and a half.",
    priceCents: 5900,
    picture: { file: "pico", alt: "A small gas stove with a steaming pot on it, an enamel mug beside it" },
    stock: "In stock – leaves our door tomorrow",
    highlights: [
      "86 g, folds to the size of an egg",
      "Lights with a click, wind or not",
      "Simmers as well as it boils",
    ],
    story: [
      "The Pico screws onto any standard canister, opens its three arms, and boils half a litre before you have found the tea.",
      "Pot, mug and gas are not part of it. Gas travels by road only, so we do not post it by air.",
    ],
    specs: [
      ["Weight", "86 g"],
      ["Power", "2,600 W"],
      ["Boils 0.5 litre in", "2 min 30 s"],
      ["Gas", "Standard screw canister (EN 417)"],
      ["Packed size", "6 × 5 cm"],
    ],
    related: ["/stoves/ember", "/tents/ridge-1p", "/packs/traverse-55"],
  },
  {
    path: "/stoves/ember",
    category: "/stoves",
    name: "Ember lantern",
    title: "Ember lantern",
    tagline: "Candle-coloured light that lasts for five nights.",
    priceCents: 7900,
    wasCents: 8900,
    picture: { file: "ember", alt: "A copper lantern glowing on a stone ledge under a starry sky" },
    stock: "In stock – leaves our door tomorrow",
    highlights: [
      "40 hours on one charge",
      "Warm light that does not wake the neighbours",
      "Charges a phone when it must",
    ],
    story: [
      "Most camping lights are made for finding things. The Ember is made for sitting around: warm, low, and without a flicker.",
      "Turn the copper cap to dim it. It remembers how bright you like your evenings.",
    ],
    specs: [
      ["Weight", "390 g"],
      ["Light", "5 to 220 lumens, 2,200 K"],
      ["Lasts", "40 hours at evening light"],
      ["Battery", "5,200 mAh, USB-C"],
      ["Water", "Splash-proof (IPX4)"],
    ],
    related: ["/stoves/pico", "/tents/fjell-4p", "/jackets/hearth"],
  },
];
