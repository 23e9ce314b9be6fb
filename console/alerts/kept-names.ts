import { create } from "zustand";
import { readKept, writeKept } from "../state/kept.ts";

/** A short list of names that all windows of this browser share; the oldest is forgotten when it is full. */
export function keptNames(place: string, most: number) {
  const useNames = create<{ names: readonly string[] }>(() => ({ names: read(place) }));
  addEventListener("storage", ({ key }) => key === place && useNames.setState({ names: read(place) }));
  const put = (names: readonly string[]) => {
    useNames.setState({ names: names.slice(-most) });
    writeKept(place, JSON.stringify(names.slice(-most)));
  };
  const without = (name: string) => read(place).filter((other) => other !== name);
  return {
    useNames,
    add: (name: string) => put([...without(name), name]),
    remove: (name: string) => put(without(name)),
  };
}

function read(place: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(readKept(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}
