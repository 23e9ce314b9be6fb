import type { ColumnChoice } from "./column-choice.ts";
import { type Column, type ColumnId, COLUMNS } from "./columns.ts";

/** Which columns stand side by side, and how wide. */
export interface Layout {
  columns: readonly Column[];
  /** For `grid-template-columns`. */
  template: string;
  /** Pixels below which the list scrolls sideways: more than there are only where widths were set by hand. */
  least: number;
  /** Whether the client's column has room for words beside the address. Not a container query: one in each row costs a third of laying it out. */
  roomy: boolean;
  /** Wanted, but there is no room for them. */
  dropped: readonly ColumnId[];
}

/** What gives way first where there is not room for all. Status, location and whoever holds a request stay. */
const GIVES_WAY: readonly ColumnId[] = [
  ...(["campaign", "language", "visits", "device", "browser", "country"] as const),
  ...(["visitor", "pages", "cameFrom", "client", "online"] as const),
];
/** Pixels of the client's column at which "returning" stands there in words. */
const ROOMY = 254;
/** A phone, or a desktop at 400 %. */
const NARROW = 560;

/** `queueing`: whether requests are handed out; without that "Assigned to" is not shown, and the status says who chats. */
export function layoutOf(choice: ColumnChoice, width: number, queueing: boolean): Layout {
  const byId = new Map(COLUMNS.map((column) => [column.id, fitted(column, width, queueing)]));
  const wanted = choice.order.flatMap((id) => {
    const column = byId.get(id);
    return column !== undefined && isWanted(column, choice, queueing) ? [column] : [];
  });
  const dropped: ColumnId[] = [];
  const needs = (columns: readonly Column[]) => columns.reduce((sum, { least }) => sum + least, 0);
  let columns = wanted;
  for (const id of GIVES_WAY) {
    if (needs(columns) <= width) break;
    if (!columns.some((column) => column.id === id)) continue;
    columns = columns.filter((column) => column.id !== id);
    dropped.push(id);
  }
  return {
    columns,
    template: templateOf(columns, choice),
    least: columns.reduce((sum, { id, least }) => sum + (choice.widths[id] ?? least), 0),
    roomy: widthOf("client", columns, choice, width) >= ROOMY,
    dropped,
  };
}

/** How wide a column becomes; as the browser shares out `minmax(least, fr)`. */
function widthOf(id: ColumnId, columns: readonly Column[], { widths }: ColumnChoice, width: number): number {
  const own = columns.find((column) => column.id === id);
  if (own === undefined) return 0;
  const set = widths[id];
  if (set !== undefined) return set;
  let growing = columns.filter((column) => widths[column.id] === undefined && column.grow !== undefined);
  for (;;) {
    const others = columns.filter((column) => !growing.includes(column));
    const room = width - others.reduce((sum, column) => sum + (widths[column.id] ?? column.least), 0);
    const share = room / growing.reduce((sum, { grow = 0 }) => sum + grow, 0);
    const stay = growing.filter(({ grow = 0, least }) => share * grow >= least);
    if (stay.length === growing.length) return growing.includes(own) ? share * (own.grow ?? 0) : own.least;
    growing = stay;
  }
}

/** Whether an operator wants to see a column, room or not. */
export function isWanted({ id, optional, always }: Column, { shown }: ColumnChoice, queueing: boolean): boolean {
  if (id === "operator" && !queueing) return false;
  return always === true || (shown[id] ?? optional !== true);
}

/** A column's needs where it stands: without "Assigned to" the status also says who chats, and holds the button. */
function fitted(column: Column, width: number, queueing: boolean): Column {
  if (column.id === "status" && !queueing) return { ...column, least: width < NARROW ? 176 : 216 };
  if (column.id === "location" && width < NARROW) return { ...column, least: 96 };
  return column;
}

function templateOf(columns: readonly Column[], { widths }: ColumnChoice): string {
  const isFixed = ({ id, grow }: Column): boolean => widths[id] !== undefined || grow === undefined;
  const growsSomewhere = columns.some((column) => !isFixed(column));
  return columns
    .map((column, index) => {
      const width = widths[column.id] ?? column.least;
      if (!isFixed(column)) return `minmax(${width}px, ${column.grow}fr)`;
      const takesRest = !growsSomewhere && index === columns.length - 1;
      return takesRest ? `minmax(${width}px, 1fr)` : `${width}px`;
    })
    .join(" ");
}
