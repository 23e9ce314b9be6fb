/** What the server's English sentences are in another language: the sentence, and what its parts make of it. */
export type Sentences = readonly (readonly [english: RegExp, own: (...parts: string[]) => string])[];

/** A sentence of the server's in the other language; as it is where there is none. */
export function translated(sentence: string, sentences: Sentences): string {
  for (const [english, own] of sentences) {
    const found = english.exec(sentence);
    if (found !== null) return own(...found.slice(1));
  }
  return sentence;
}
