import type { Strings } from "../translation.ts";

export const columns = {
  columns: "Columns",
  menuFor: "Column {column}",
  hint: "Press to sort. Drag to move, or Ctrl+← →. Drag the edge for the width, or Shift+← →. Right-click for more.",
  ascending: "Sort upwards",
  descending: "Sort downwards",
  left: "Move left",
  right: "Move right",
  wider: "Wider",
  narrower: "Narrower",
  hide: "Hide this column",
  reset: "As at first",
  noRoom: "{column} (no room)",
  moved: "{column} is column {place} now.",
  width: "{column} is {width} pixels wide.",

  country: "Country",
  language: "Language",
  visits: "Visits",
  campaign: "Campaign",
} as const satisfies Strings;
