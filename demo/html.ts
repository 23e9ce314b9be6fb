/** Markup that may stand on a page as it is. Only the `html` tag makes it, so every plain string was escaped on the way. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may be interpolated into `html`: text is escaped, markup is kept, nothing stays nothing. */
export type HtmlValue = string | number | Html | readonly Html[] | undefined;

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Makes text safe both between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities.get(character) ?? character);
}

/** A template tag: html`<p>${text}</p>` escapes `text` unless it is markup already. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts = strings.map((string, index) => string + toMarkup(values[index]));
  return new Html(parts.join(""));
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "object") return value.map((part) => part.markup).join("\n");
  return escapeHtml(String(value));
}
