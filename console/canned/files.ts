import type { CannedItem, CannedWish } from "../../protocol/rest.ts";

/** What an exported file holds of an item. */
export type CannedRecord = Pick<CannedItem, "kind" | "folder" | "title" | "text">;

const COLUMNS = ["kind", "folder", "title", "text"] as const;
/** By which a spreadsheet knows that the file is UTF-8. */
const MARK = "\uFEFF";

export function toJson(items: readonly CannedRecord[]): string {
  return `${JSON.stringify(items.map(recordOf), null, 2)}\n`;
}

/** By RFC 4180, with a line of names. */
export function toCsv(items: readonly CannedRecord[]): string {
  const lines = [COLUMNS, ...items.map((item) => COLUMNS.map((column) => item[column]))];
  return MARK + lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** Reads what was exported, or anything of that form; undefined when it is something else. `kind` is meant where a record names none. */
export function readRecords(content: string, kind: CannedItem["kind"]): CannedRecord[] | undefined {
  const text = content.replace(MARK, "");
  const rows = /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text);
  if (rows === undefined) return undefined;
  const records = rows.map((row) => {
    const [folder, title, words] = [row["folder"] ?? "", row["title"], row["text"]];
    if (typeof folder !== "string" || typeof title !== "string" || typeof words !== "string") return undefined;
    if (title.trim() === "" || words.trim() === "") return undefined;
    const named = row["kind"] === "message" || row["kind"] === "url" ? row["kind"] : kind;
    return { kind: named, folder: folder.trim(), title: title.trim(), text: words.trim() };
  });
  return records.every((record) => record !== undefined) ? records : undefined;
}

/** Those that are not there already, each once. */
export function newAmong(records: readonly CannedRecord[], known: readonly CannedRecord[]): CannedRecord[] {
  const seen = new Set(known.map(keyOf));
  return records.filter((record) => !seen.has(keyOf(record)) && seen.add(keyOf(record)));
}

/** In parts that fit into one request each: the server bounds a request's size. */
export function inParts(wishes: readonly CannedWish[], bytes = 24 * 1_024): CannedWish[][] {
  const parts: CannedWish[][] = [];
  let room = 0;
  for (const wish of wishes) {
    const size = new TextEncoder().encode(JSON.stringify(wish)).length + 1;
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = bytes;
    }
    parts.at(-1)?.push(wish);
    room -= size;
  }
  return parts;
}

function recordOf({ kind, folder, title, text }: CannedRecord): CannedRecord {
  return { kind, folder, title, text };
}

function keyOf(record: CannedRecord): string {
  return JSON.stringify(recordOf(record));
}

type Row = { readonly [column: string]: unknown };

function readJson(text: string): Row[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    return value.every((row): row is Row => typeof row === "object" && row !== null) ? value : undefined;
  } catch {
    return undefined;
  }
}

function readCsv(text: string): Row[] | undefined {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  // Spreadsheets of countries that write 1,5 separate by semicolons.
  const separator = [",", ";", "\t"].find((mark) => firstLine.includes(mark)) ?? ",";
  const [names, ...lines] = readCells(text, separator);
  const columns = names?.map((name) => name.trim().toLowerCase());
  if (columns === undefined || !columns.includes("title") || !columns.includes("text")) return undefined;
  return lines.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])));
}

function readCells(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const [value, end] = readCell(text, at, separator);
    line.push(value);
    at = end;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end still has an empty cell after it.
      if (at < text.length) continue;
      line.push("");
    }
    if (line.some((one) => one !== "")) lines.push(line);
    line = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return lines;
}

/** One cell and where it ends. */
function readCell(text: string, from: number, separator: string): [value: string, end: number] {
  let at = from;
  if (text[at] !== '"') {
    while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
    return [text.slice(from, at), at];
  }
  let value = "";
  for (at += 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return [value, at + 1];
  }
  return [value, at];
}

function cell(value: string): string {
  return /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
