/** A table of a help page. The first cell of a row names the row. */
export type Table = {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The same numbers stand in assets/files/size-guide.pdf. */
export const bootSizeTable: Table = {
  id: "boot-sizes",
  title: "Boots",
  columns: ["EU", "UK", "Foot in cm"],
  rows: [
    ["36", "3.5", "22.5"],
    ["37", "4", "23.0"],
    ["38", "5", "24.0"],
    ["39", "6", "24.5"],
    ["40", "6.5", "25.5"],
    ["41", "7.5", "26.0"],
    ["42", "8", "26.5"],
    ["43", "9", "27.5"],
    ["44", "9.5", "28.0"],
    ["45", "10.5", "29.0"],
    ["46", "11", "29.5"],
  ],
};

/** The same numbers stand in assets/files/size-guide.pdf. */
export const jacketSizeTable: Table = {
  id: "jacket-sizes",
  title: "Jackets",
  columns: ["Size", "Chest in cm", "Waist in cm", "Sleeve in cm"],
  rows: [
    ["XS", "82–86", "68–72", "60"],
    ["S", "88–94", "74–80", "62"],
    ["M", "96–102", "82–88", "64"],
    ["L", "104–110", "90–96", "66"],
    ["XL", "112–118", "98–104", "68"],
  ],
};

/** Delivery by country. */
export const deliveryTable: Table = {
  id: "delivery",
  title: "To where you are",
  columns: ["Country", "Standard, €6.90", "Express, €14.90"],
  rows: [
    ["Norway, Sweden", "1–2 days", "Next day"],
    ["Germany", "2–4 days", "Next day"],
    ["Netherlands", "2–4 days", "Next day"],
    ["Austria", "5–7 days", "2 days"],
    ["Switzerland", "5–7 days", "2 days"],
  ],
};
