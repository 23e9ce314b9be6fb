/** A preference as this browser keeps a copy of it. */
export interface Kept {
  /** Undefined: there is none. */
  value?: unknown;
  /** True while the server has not taken it. */
  unsent?: boolean;
}

/** Reads a copy; what is none is as if there were none. */
export function parseKept(text: string | undefined): Kept {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    if (typeof kept !== "object" || kept === null || !("value" in kept)) return {};
    return { value: kept.value, ...("unsent" in kept && kept.unsent === true && { unsent: true }) };
  } catch {
    return {};
  }
}

/** A kept object's fields, to be looked at one by one; none of what is no object. */
export function fieldsOf(kept: unknown): Record<string, unknown> {
  return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? { ...kept } : {};
}

export function isSameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
