/**
 * A shape says what a value from the network must look like. `parse` gives a clean copy that holds only what the shape names,
 * or throws a `ShapeError` that says where the value went wrong. Shapes are plain data checks: no code generation, no
 * dependency, so that they run under any content security policy and can be left out of a bundle that needs only the types.
 */
export interface Shape<T> {
  /** @param path where the value stands in its message, for the error's sentence. */
  parse(value: unknown, path?: string): T;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;

/** A value did not have its shape; the sentence is fit to be sent back to whoever sent the value. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

function fail(path: string, expected: string): never {
  throw new ShapeError(`${path === "" ? "The message" : `"${path}"`} must be ${expected}.`);
}

/** A string of `min` to `max` UTF-16 code units. */
export function string(max: number, min = 0): Shape<string> {
  return {
    parse(value, path = "") {
      if (typeof value !== "string") return fail(path, "a string");
      if (value.length > max) return fail(path, `at most ${max} characters long`);
      if (value.length < min) return fail(path, min === 1 ? "filled in" : `at least ${min} characters long`);
      return value;
    },
  };
}

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): Shape<number> {
  return {
    parse(value, path = "") {
      if (typeof value !== "number" || !Number.isSafeInteger(value)) return fail(path, "a whole number");
      if (value < min || value > max) return fail(path, `from ${min} to ${max}`);
      return value;
    },
  };
}

/** A number, taken for the nearest whole one from `min` to `max`: for what a clock or a counter says that may have gone astray. */
export function nearest(min: number, max: number): Shape<number> {
  return {
    parse(value, path = "") {
      if (typeof value !== "number") return fail(path, "a number");
      return Math.min(Math.max(Math.round(value), min), max);
    },
  };
}

/** A string of which no more than the first `max` UTF-16 code units are taken. */
export function cut(max: number): Shape<string> {
  return { parse: (value, path = "") => (typeof value === "string" ? value.slice(0, max) : fail(path, "a string")) };
}

export const boolean: Shape<boolean> = {
  parse(value, path = "") {
    return typeof value === "boolean" ? value : fail(path, "true or false");
  },
};

/** Any JSON of at most `max` characters. */
export function json(max: number): Shape<unknown> {
  return {
    parse(value, path = "") {
      if (value === undefined) return fail(path, "there");
      return JSON.stringify(value).length > max ? fail(path, `at most ${max} characters of JSON`) : value;
    },
  };
}

/** Exactly one of the given words. */
export function oneOf<const Words extends readonly (string | number)[]>(...words: Words): Shape<Words[number]> {
  return {
    parse(value, path = "") {
      for (const word of words) if (word === value) return word;
      return fail(path, `one of ${words.join(", ")}`);
    },
  };
}

/** A list of at most `max` items. */
export function list<T>(item: Shape<T>, max: number): Shape<T[]> {
  return {
    parse(value, path = "") {
      if (!Array.isArray(value)) return fail(path, "a list");
      if (value.length > max) return fail(path, `a list of at most ${max}`);
      return value.map((entry, index) => item.parse(entry, `${path}[${index}]`));
    },
  };
}

/** An object of at most `entries` properties whose names, of 1 to `name` characters, are the sender's own. */
export function dictionary<T>(item: Shape<T>, most: { name: number; entries: number }): Shape<Record<string, T>> {
  return {
    parse(value, path = "") {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(path, "an object");
      const entries = Object.entries(value);
      if (entries.length > most.entries) return fail(path, `of at most ${most.entries} entries`);
      return Object.fromEntries(
        entries.map(([name, entry]) => {
          if (name === "" || name.length > most.name) return fail(path, `of names of 1 to ${most.name} characters`);
          return [name, item.parse(entry, `${path}.${name}`)];
        }),
      );
    },
  };
}

/** A property that may be missing. Only for use inside `object`. */
export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  return { optional: true, parse: (value, path) => shape.parse(value, path) };
}

export interface OptionalShape<T> extends Shape<T> {
  readonly optional: true;
}

type Fields = Record<string, Shape<unknown> | OptionalShape<unknown>>;
type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends OptionalShape<unknown> ? K : never }[keyof F];
type ObjectOf<F extends Fields> = { [K in Exclude<keyof F, OptionalKeys<F>>]: TypeOf<F[K]> } & {
  [K in OptionalKeys<F>]?: TypeOf<F[K]>;
};
type Flat<T> = { [K in keyof T]: T[K] };

/** An object with the given fields; whatever else it holds is left behind. */
export function object<F extends Fields>(fields: F): Shape<Flat<ObjectOf<F>>> {
  const entries = Object.entries(fields);
  return {
    parse(value, path = "") {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(path, "an object");
      const source = value as Record<string, unknown>;
      const clean: Record<string, unknown> = {};
      for (const [key, shape] of entries) {
        const field = source[key];
        if (field === undefined && "optional" in shape) continue;
        clean[key] = shape.parse(field, path === "" ? key : `${path}.${key}`);
      }
      return clean as Flat<ObjectOf<F>>;
    },
  };
}

/**
 * One of several objects, told apart by the word in `tag`. A message whose word nobody knows is refused, not ignored:
 * the sender learns that the other end is older.
 */
export function taggedUnion<Tag extends string, S extends Record<string, Shape<unknown>>>(
  tag: Tag,
  shapes: S,
): Shape<{ [K in keyof S]: Flat<{ [T in Tag]: K } & TypeOf<S[K]>> }[keyof S]> {
  const byWord = new Map(Object.entries(shapes));
  return {
    parse(value, path = "") {
      if (typeof value !== "object" || value === null) return fail(path, "an object");
      const word = (value as Record<string, unknown>)[tag];
      const shape = typeof word === "string" ? byWord.get(word) : undefined;
      if (shape === undefined)
        return fail(path === "" ? tag : `${path}.${tag}`, `one of ${[...byWord.keys()].join(", ")}`);
      return { [tag]: word, ...(shape.parse(value, path) as object) } as never;
    },
  };
}
