import type { Product } from "./product.ts";

/** Packs, largest first. */
export const packs: readonly Product[] = [
  {
    path: "/packs/traverse-55",
    category: "/packs",
    name: "Traverse 55",
    title: "Traverse 55",
    tagline: "Everything for a week, carried by your hips.",
    priceCents: 21900,
    picture: {
      file: "traverse-55",
      alt: "A large teal trekking pack with a rolled mat below it and a trekking pole at its side",
    },
    sizes: ["Short back", "Regular back", "Long back"],
    stock: "In stock – leaves our door tomorrow",
    highlights: [
      "Back length moves by 12 cm without tools",
      "Lid comes off and becomes a small shoulder bag",
      "Straps at the foot hold a mat or a tent",
    ],
    story: [
      "A pack is good when you stop noticing it. The Traverse puts the weight on the hips with one firm belt and leaves your shoulders to swing.",
      "There is a way in from the top, one from the front and one from below, because what you need is always at the bottom.",
    ],
    specs: [
      ["Volume", "55 litres, 10 more in the collar"],
      ["Weight", "1.65 kg"],
      ["Comfortable up to", "18 kg"],
      ["Cloth", "Recycled 210-denier nylon"],
      ["Rain cover", "In its own pocket"],
    ],
    related: ["/tents/ridge-1p", "/boots/alta-gtx", "/packs/daybreak-22"],
  },
  {
    path: "/packs/daybreak-22",
    category: "/packs",
    name: "Daybreak 22",
    title: "Daybreak 22",
    tagline: "A roll-top for the day, and for the train home.",
    priceCents: 9900,
    picture: { file: "daybreak-22", alt: "An ochre roll-top day pack with an enamel mug hanging from its side" },
    stock: "In stock – leaves our door tomorrow",
    highlights: [
      "Rolls from 16 to 22 litres",
      "Waxed canvas that looks better every year",
      "A sleeve that holds a map or a laptop",
    ],
    story: [
      "Lunch, a jacket, a book, a camera: 22 litres is the right amount of things for a day. Roll the top down and it is neat enough for the office.",
      "The canvas is waxed and can be waxed again. Scratches are part of it.",
    ],
    specs: [
      ["Volume", "16 to 22 litres"],
      ["Weight", "720 g"],
      ["Cloth", "Waxed cotton canvas"],
      ["Closing", "Roll-top with two side buckles"],
    ],
    related: ["/packs/traverse-55", "/boots/moor-mid", "/jackets/nimbus"],
  },
];
