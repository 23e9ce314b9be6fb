import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkText } from "./check-text.ts";
import type { OperatorIdentity } from "./conversations.ts";
import type { Note } from "./note.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** Client notes: written by one operator, seen at once by all of the site, never by the visitor. */
export class Notes {
  readonly #parts: { world: World; store: Store; bus: Bus; bounds: ChatBounds };

  constructor(parts: { world: World; store: Store; bus: Bus; bounds: ChatBounds }) {
    this.#parts = parts;
  }

  async add(by: OperatorIdentity, wish: { id: string; site: string; visitor: number; text: string }): Promise<Note> {
    const { world, store, bus, bounds } = this.#parts;
    const text = checkText(wish.text, bounds.textLength);
    const { id, site, visitor } = wish;
    const note = await store.addNote({ id, site, visitor, author: by, at: world.now(), text });
    bus.announce({ type: "note", note });
    return note;
  }

  async of(site: string, visitor: number): Promise<Note[]> {
    return this.#parts.store.notesOf(site, visitor, this.#parts.bounds.rememberedPerVisitor);
  }
}
