/** What one of the doctor's looks has shown. */
export interface Finding {
  /** For programs. */
  id: string;
  /** What was looked at, in a word or two. */
  about: string;
  /** `hint`: it will run, and could run better. `problem`: it will not run well. */
  is: "fine" | "hint" | "problem";
  /** What was found, with its figures. */
  found: string;
  /** What to do; of everything that is not fine. */
  advice?: string;
}

/** The advice of a finding goes with its kind: nothing that is fine needs any. */
export function finding(id: string, about: string, found: string, trouble?: Trouble): Finding {
  if (trouble === undefined) return { id, about, is: "fine", found };
  return { id, about, is: trouble.is, found, advice: trouble.advice };
}

export interface Trouble {
  is: "hint" | "problem";
  advice: string;
}

export function problem(advice: string): Trouble {
  return { is: "problem", advice };
}

export function hint(advice: string): Trouble {
  return { is: "hint", advice };
}
