import type { Picture } from "./product.ts";

/** One story of the journal. */
export type Article = {
  readonly path: string;
  readonly title: string;
  readonly teaser: string;
  readonly author: string;
  /** The day it was published, as an ISO date. */
  readonly published: string;
  readonly minutesToRead: number;
  readonly picture: Picture;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  /** Paths of the products it speaks about. */
  readonly products: readonly string[];
};

/** The journal, newest first. */
export const articles: readonly Article[] = [
  {
    path: "/blog/layering",
    title: "Layering, explained",
    teaser: "Three thin things beat one thick thing. Here is which three, and when to take one off.",
    author: "Ingrid Solheim",
    published: "2026-10-12",
    minutesToRead: 4,
    picture: {
      file: "layering",
      alt: "A thin green shirt, an ochre fleece and a blue rain shell side by side on a washing line, numbered one to three",
    },
    sections: [
      {
        heading: "One: next to the skin",
        paragraphs: [
          "The first layer has a single job: to move sweat away from you. Thin wool does it best and smells least; a synthetic shirt dries faster. Cotton does neither, which is why an old T-shirt feels like a wet towel by noon.",
          "It should sit close. If you can pinch a handful of it at the back, it is a size too large.",
        ],
      },
      {
        heading: "Two: the warm one",
        paragraphs: [
          "Warmth is air that stays where it is. Fleece holds it while you move and keeps working when it is damp. Down holds far more of it for the weight, and is the thing to pull out of the pack the minute you stop.",
          "In summer one of them is enough. From October we carry both.",
        ],
      },
      {
        heading: "Three: the shell",
        paragraphs: [
          "A shell keeps rain and wind out and lets steam go. It is not warm, and it should not be: a lined rain jacket is too hot to walk in and too wet to sleep near.",
          "Open the zips before you sweat and not after. Start every climb a little cold.",
        ],
      },
      {
        heading: "The rule of ten minutes",
        paragraphs: [
          "If you are comfortable standing at the car, you are wearing one layer too many. Walk for ten minutes, then stop and decide. It is the cheapest piece of equipment we know.",
        ],
      },
    ],
    products: ["/jackets/nimbus", "/jackets/hearth", "/packs/daybreak-22"],
  },
  {
    path: "/blog/where-to-pitch",
    title: "Where to pitch a tent",
    teaser: "A good place is half of a good night. What we look for in the last hour of light.",
    author: "Jonas Aldén",
    published: "2026-09-03",
    minutesToRead: 3,
    picture: {
      file: "where-to-pitch",
      alt: "A tent on a shoulder of a hill behind a boulder, wind from the left, a river below; three places are numbered",
    },
    sections: [
      {
        heading: "One: a shoulder, not a hollow",
        paragraphs: [
          "Cold air runs downhill like water and lies in the hollows. Ten metres up the slope it can be five degrees warmer, and the dew stays below you.",
        ],
      },
      {
        heading: "Two: something between you and the wind",
        paragraphs: [
          "A boulder, a bank, a row of low trees. Turn the foot of the tent to the weather and the door away from it. Look up as well: a dead branch is a poor neighbour.",
        ],
      },
      {
        heading: "Three: near water, not beside it",
        paragraphs: [
          "Sixty steps from the bank is a good distance. The midges are fewer, the river can rise in the night, and the animals that drink there do not have to walk around you.",
        ],
      },
    ],
    products: ["/tents/ridge-2p", "/tents/ridge-1p", "/stoves/ember"],
  },
];
