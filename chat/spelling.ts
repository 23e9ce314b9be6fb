import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkLine } from "./check-text.ts";
import type { Dictionary, DictionaryFiles } from "./dictionary.ts";
import { ChatError } from "./error.ts";
import type { Operator } from "./operator.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

type Writer = Pick<Operator, "id" | "role">;

/** More than any word of any language, with room for names. */
const WORD_LENGTH = 80;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$/;
/** Unicode in both files is what the console makes of older encodings before it sends them. */
const OTHER_ENCODING = /^\s*SET\s+(?!UTF-8\s*$)/m;
/** A list of words begins with about how many there are. */
const WORD_LIST = /^\uFEFF?\s*\d+\s*\r?\n\s*\S/;

/** What operators check their spelling by: the dictionaries of the installation, and to each operator a list of words of their own. */
export class Spelling {
  readonly #parts: { world: World; store: Store; bus: Bus; bounds: SpellingBounds };

  constructor(parts: { world: World; store: Store; bus: Bus; bounds: SpellingBounds }) {
    this.#parts = parts;
  }

  /** One's own words, oldest first. */
  async wordsOf(by: Writer): Promise<string[]> {
    return this.#parts.store.ownWords(by.id);
  }

  /** Adds a word to one's own; one that is there already stays where it is. */
  async addWord(by: Writer, typed: string): Promise<void> {
    const { world, store, bus, bounds } = this.#parts;
    const word = checkLine(typed, WORD_LENGTH);
    if (word === "" || word.includes(" ")) throw new ChatError("bad-message", "A word has letters and no spaces.");
    if (!(await store.addOwnWord({ operator: by.id, word, at: world.now() }, bounds.ownWords))) {
      throw new ChatError(
        "not-allowed",
        `Your dictionary is full: ${bounds.ownWords} words. Take some out, or have an administrator raise --own-words.`,
      );
    }
    bus.announce({ type: "spelling", operator: by.id });
  }

  async removeWord(by: Writer, word: string): Promise<void> {
    await this.#parts.store.removeOwnWord(by.id, word);
    this.#parts.bus.announce({ type: "spelling", operator: by.id });
  }

  /** Those that were added; the ones that come with the console are not the server's affair. */
  async dictionaries(): Promise<Dictionary[]> {
    return this.#parts.store.dictionaries();
  }

  /** The two files of one, as they were given. */
  async files(id: string): Promise<DictionaryFiles> {
    const files = await this.#parts.store.dictionaryFiles(id);
    if (files === undefined) throw new ChatError("not-found", "There is no such dictionary any more.");
    return files;
  }

  /** Adds a dictionary, in the place of the one for the same language. Whether Hunspell can read it is for the console to try, which will. */
  async putDictionary(by: Writer, language: string, { aff, dic }: DictionaryFiles): Promise<Dictionary> {
    mustBeAllowed(by);
    const { world, store, bus, bounds } = this.#parts;
    if (!LANGUAGE.test(language)) {
      throw new ChatError("bad-message", "The language must be a tag such as de, fr or pt-BR.");
    }
    const size = aff.length + dic.length;
    if (size > bounds.dictionaryBytes) {
      throw new ChatError("too-long", `The dictionary has ${size} characters; --dictionary-size raises the bound.`);
    }
    if (aff.includes("\0") || dic.includes("\0") || OTHER_ENCODING.test(aff) || !WORD_LIST.test(dic)) {
      throw new ChatError("bad-message", "These are not the .aff and .dic of a Hunspell dictionary in UTF-8.");
    }
    const dictionary = { id: world.newId(), language, size, addedAt: world.now() };
    if (!(await store.putDictionary(dictionary, { aff, dic }, bounds.dictionaries))) {
      throw new ChatError(
        "not-allowed",
        `There can be ${bounds.dictionaries} dictionaries; --dictionaries raises the bound.`,
      );
    }
    bus.announce({ type: "spelling" });
    return dictionary;
  }

  async removeDictionary(by: Writer, id: string): Promise<void> {
    mustBeAllowed(by);
    await this.#parts.store.removeDictionary(id);
    this.#parts.bus.announce({ type: "spelling" });
  }
}

/** The part of the configuration that bounds it. */
export type SpellingBounds = Pick<ChatBounds, "ownWords" | "dictionaries" | "dictionaryBytes">;

function mustBeAllowed({ role }: Writer): void {
  if (role === "owner" || role === "administrator") return;
  throw new ChatError("not-allowed", "Only the owner and administrators can change the dictionaries.");
}
