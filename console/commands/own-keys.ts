import { create } from "zustand";
import { readKept, writeKept } from "../state/kept.ts";
import { type CommandId, commandOf, COMMANDS } from "./table.ts";
import { isKeys } from "./stroke.ts";

/** The commands whose keys the operator has changed, with what they are now; an empty list = none. */
export type OwnKeys = { readonly [id in CommandId]?: readonly string[] };

const KEPT = "shopbell.keys";
/** More than anybody gives one command. */
const MOST_KEYS = 4;

export const useOwnKeys = create<{ keys: OwnKeys }>(() => ({ keys: readOwnKeys(parse(readKept(KEPT))) }));

/** Changes the keys of commands; `undefined` gives one its first keys back. */
export function changeKeys(changes: { readonly [id in CommandId]?: readonly string[] | undefined }): void {
  const keys = readOwnKeys({ ...useOwnKeys.getState().keys, ...changes });
  useOwnKeys.setState({ keys });
  writeKept(KEPT, JSON.stringify(keys));
}

/** Gives every command its first keys back. */
export function resetKeys(): void {
  useOwnKeys.setState({ keys: {} });
  writeKept(KEPT, "{}");
}

/** The keys of a command, as the operator has them. */
export function keysOf(id: CommandId): readonly string[] {
  return useOwnKeys.getState().keys[id] ?? commandOf(id)?.keys ?? [];
}

/** The same, for a component that stays on the screen while they are changed. */
export function useKeysOf(id: CommandId | undefined): readonly string[] {
  const own = useOwnKeys(({ keys }) => (id === undefined ? undefined : keys[id]));
  return own ?? (id === undefined ? undefined : commandOf(id)?.keys) ?? [];
}

/** What was kept, without what this version does not know. */
function readOwnKeys(kept: unknown): OwnKeys {
  const found: Partial<Record<CommandId, readonly string[]>> = {};
  if (typeof kept !== "object" || kept === null) return found;
  const entries = new Map<string, unknown>(Object.entries(kept));
  for (const { id, fixed } of COMMANDS) {
    const keys = entries.get(id);
    if (fixed === undefined && Array.isArray(keys)) found[id] = keys.filter(isKeys).slice(0, MOST_KEYS);
  }
  return found;
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
}
