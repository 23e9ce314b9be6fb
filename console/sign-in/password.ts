/** The server's rule. */
export const PASSWORD_LEAST = 10;

export type PasswordGrade = "short" | "weak" | "good" | "strong";

const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "qwertzuiop",
  "asdfghjkl",
  "yxcvbnm",
  "zxcvbnm",
  "01234567890",
];
const FAVOURITES = ["password", "passwort", "letmein", "welcome", "willkommen", "iloveyou", "shopbell", "admin"];

/**
 * How hard a password is to guess, roughly: its length counts, less what is not a surprise in it (repetitions, runs along the keyboard,
 * favourites, the person's own `names`).
 */
export function gradePassword(password: string, names: readonly string[] = []): PasswordGrade {
  if (password.length < PASSWORD_LEAST) return "short";
  const surprise = surpriseOf(password.toLowerCase(), names);
  if (surprise < 8) return "weak";
  return surprise < 14 ? "good" : "strong";
}

/** How many characters of it say something new. */
function surpriseOf(password: string, names: readonly string[]): number {
  let rest = password;
  const expected = [...FAVOURITES, ...names.map((name) => name.trim().toLowerCase())].filter(
    ({ length }) => length > 2,
  );
  for (const word of expected) rest = rest.replaceAll(word, word.slice(0, 1));
  let count = 0;
  for (let at = 0; at < rest.length; at += 1) {
    const pair = rest.slice(Math.max(0, at - 1), at + 1);
    if (pair.length < 2 || !isExpected(pair)) count += 1;
  }
  // The same few characters again and again are no surprise either.
  return Math.min(count, new Set(rest).size * 2);
}

function isExpected(pair: string): boolean {
  const back = Array.from(pair).reverse().join("");
  return pair === back || ROWS.some((row) => row.includes(pair) || row.includes(back));
}
