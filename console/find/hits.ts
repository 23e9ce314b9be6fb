import type { Message } from "../../protocol/message.ts";
import type { RichNode } from "../../protocol/rich-text.ts";

/** A place where something was found: in which message, and from where to where in what it says (UTF-16 units). */
export interface Hit {
  message: string;
  from: number;
  to: number;
}

/** More are not counted: nobody steps through them. */
const MOST_HITS = 1_000;

/** Where the messages say something like it, whatever the case of letters and the marks on them. Oldest first. */
export function findHits(messages: readonly Message[], query: string): Hit[] {
  const wanted = folded(query.trim()).text;
  const hits: Hit[] = [];
  if (wanted === "") return hits;
  for (const { id, body } of messages) {
    const { text, at } = folded(saidIn(body));
    for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + wanted.length)) {
      if (hits.length === MOST_HITS) return hits;
      hits.push({ message: id, from: at[from] ?? 0, to: at[from + wanted.length] ?? 0 });
    }
  }
  return hits;
}

/** What a message says, as it stands on the screen. */
export function saidIn(body: Message["body"]): string {
  if (body.kind === "text") return body.text;
  return body.kind === "rich" ? textOf(body.tree) : "";
}

function textOf(tree: readonly RichNode[] = []): string {
  return tree.map((node) => (typeof node === "string" ? node : textOf(node.children))).join("");
}

/** A text as it is compared, and for each of its characters where in the original it stands; the last is the original's end. */
function folded(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let result = "";
  let place = 0;
  for (const character of text) {
    const plain = character.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[’‘ʼ]/gu, "'");
    for (let unit = 0; unit < plain.length; unit += 1) at.push(place);
    result += plain;
    place += character.length;
  }
  at.push(place);
  return { text: result, at };
}
