/** A Hunspell dictionary that an administrator has added. There is one for each language at the most. */
export interface Dictionary {
  /** New with each upload, so that what was fetched under it stays true for ever. */
  id: string;
  /** BCP 47: `de`, `pt-BR`. */
  language: string;
  /** What the two files hold together, characters. */
  size: number;
  addedAt: number;
}

/** The two files of a Hunspell dictionary: the rules by which words are inflected, and the words. */
export interface DictionaryFiles {
  aff: string;
  dic: string;
}
