/** Two letters for a round picture: of the first and last word, or of the only one. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .map((word) => Array.from(word));
  const letters = words.length > 1 ? [words[0]?.[0], words.at(-1)?.[0]] : words[0]?.slice(0, 2);
  return (letters ?? []).join("").toUpperCase();
}
