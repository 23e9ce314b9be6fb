import { ChatError } from "../../../chat/error.ts";
import type { Note } from "../../../chat/note.ts";
import * as notes from "../queries/notes.ts";
import { toNote } from "../rows.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.addNote`. */
export function* addNote(note: Note): Steps<Note> {
  const { id, site, visitor, author, at, text } = note;
  const known = yield* first(notes.noteById, { id });
  if (known === undefined) {
    yield* run(notes.addNote, { id, site, visitor, operator: author.id, operator_name: author.name, at, text });
    return note;
  }
  if (known.site !== site || known.visitor !== visitor || known.operator !== author.id) {
    throw new ChatError("not-found", "This note could not be kept. Please write it once more.");
  }
  return toNote(known);
}

/** See `Store.notesOf`. */
export function* notesOf(site: string, visitor: number, limit: number): Steps<Note[]> {
  return (yield* all(notes.newestNotes, { site, visitor, limit })).map(toNote).reverse();
}
