/** What JSON text says, as an object; an empty one where it is no JSON at all. */
export function parse<T extends object>(text: unknown): Partial<T> {
  try {
    return Object(JSON.parse(String(text)));
  } catch {
    return {};
  }
}
