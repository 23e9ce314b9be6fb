/**
 * Which of the languages for which there are dictionaries is to be checked by: the chosen one; otherwise one of the console's language,
 * in the form that the browser prefers (`en-GB`); none where there is no such dictionary, because a text in one language checked by
 * another's words would be all wrong. English that is neither British nor from where British is written is American.
 */
export function chooseLanguage(
  available: readonly string[],
  chosen: string | undefined,
  consoleLanguage: string,
  browserLanguages: readonly string[],
): string | undefined {
  if (chosen !== undefined && available.includes(chosen)) return chosen;
  const preferred = browserLanguages.filter((tag) => baseOf(tag) === consoleLanguage);
  for (const tag of [...preferred, consoleLanguage]) {
    const exact = available.find((one) => one.toLowerCase() === tag.toLowerCase());
    if (exact !== undefined) return exact;
    if (baseOf(tag) === "en" && BRITISH.test(tag) && available.includes("en-GB")) return "en-GB";
  }
  return available.find((one) => baseOf(one) === consoleLanguage);
}

/** Where English is written as in Britain, or nearly so. */
const BRITISH = /-(?:AU|BW|GB|GH|HK|IE|IN|KE|MT|MY|NG|NZ|PK|SG|UG|ZA|ZM|ZW)\b/i;

function baseOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}

/** The letters that the words of a language are made of; words in others are not its dictionary's affair. */
export function lettersOf(language: string): RegExp {
  try {
    const { script = "Latn" } = new Intl.Locale(language).maximize();
    return new RegExp(`^[\\p{scx=${script}}\\p{M}'’‘ʼ·\\u00AD\\u200C\\u200D-]+$`, "u");
  } catch {
    // A tag or a script that this browser does not know.
    return /^/u;
  }
}

/** What a language is called in another. */
export function languageName(tag: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
