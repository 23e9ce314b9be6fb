/** Two letters for a name: of its first and last word, or the first two of its only word. */
export function initials(name: string): string {
  const words = name.split(/[\s.]+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const [first = "", last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters =
    last === undefined ? Array.from(first).slice(0, 2) : [first, last].map((word) => Array.from(word)[0] ?? "");
  return letters.join("").toUpperCase();
}
