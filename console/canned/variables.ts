/** What a canned message or URL can name; the console fills it in when it is put into a chat. */
export const VARIABLES = ["visitor.name", "operator.name", "site.name", "page.title", "page.url"] as const;
export type Variable = (typeof VARIABLES)[number];
/** Empty or missing: not known, and the fall-back stands in its place. */
export type VariableValues = { readonly [name in Variable]?: string | undefined };
/** How what is filled in is to be written so that it stays what it is. */
export type Writing = "text" | "html" | "url";

/** `{visitor.name}`, or with what to say instead `{visitor.name|there}`. */
const PLACE = /\{([a-z]+\.[a-z]+)(?:\|([^{}]*))?\}/g;

/** Fills in a canned text. Other things in braces stay as they are. */
export function fillVariables(text: string, values: VariableValues, writing: Writing = "text"): string {
  return text.replaceAll(PLACE, (whole, name: string, fallback: string | undefined, offset: number) => {
    if (!isVariable(name)) return whole;
    const value = values[name]?.trim() || (fallback ?? "");
    switch (writing) {
      case "text":
        return value;
      case "html":
        return value.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
      case "url":
        // An address that begins with a variable is that address; further on it is a word within one.
        return offset === 0 ? value : encodeURIComponent(value);
    }
  });
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}
