/** A string that depends on a number, by the language's plural categories (Intl.PluralRules); `other` is always there. */
export type Plural = { readonly other: string } & { readonly [category in Intl.LDMLPluralRule]?: string };

/** One part of a language's strings. `{name}` stands for a value given to `t`. */
export type Strings = { readonly [key: string]: string | Plural };

/** What a translation of `Original` must have: the same keys, and plurals where there are plurals. */
export type Translation<Original extends Strings> = {
  readonly [Key in keyof Original]: Original[Key] extends string ? string : Plural;
};

export type Values = { readonly [name: string]: string | number };

/** Fills a string: the plural form by `values.count`, then each `{name}`; numbers as the language writes them. */
export function fill(language: string, entry: string | Plural, values: Values = {}): string {
  const text = typeof entry === "string" ? entry : form(language, entry, Number(values["count"] ?? 0));
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? formatNumber(language, value) : value;
  });
}

function form(language: string, entry: Plural, count: number): string {
  return entry[pluralRules(language).select(count)] ?? entry.other;
}

const rules = new Map<string, Intl.PluralRules>();
function pluralRules(language: string): Intl.PluralRules {
  const found = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, found);
  return found;
}

const numbers = new Map<string, Intl.NumberFormat>();
export function formatNumber(language: string, value: number): string {
  const found = numbers.get(language) ?? new Intl.NumberFormat(language);
  numbers.set(language, found);
  return found.format(value);
}
