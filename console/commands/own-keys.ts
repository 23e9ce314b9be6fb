import { fieldsOf } from "../state/own-kept.ts";
import { ownStore } from "../state/own.ts";
import { type CommandId, commandOf, COMMANDS } from "./table.ts";
import { isKeys } from "./stroke.ts";

/** The commands whose keys the operator has changed, with what they are now; an empty list = none. */
export type OwnKeys = { readonly [id in CommandId]?: readonly string[] };

/** More than anybody gives one command. */
const MOST_KEYS = 4;

const own = ownStore<{ keys: OwnKeys }>("keys", (kept) => ({ keys: readOwnKeys(fieldsOf(kept)["keys"]) }));
export const useOwnKeys = own.useStore;

/** Changes the keys of commands; `undefined` gives one its first keys back. */
export function changeKeys(changes: { readonly [id in CommandId]?: readonly string[] | undefined }): void {
  own.change({ keys: readOwnKeys({ ...useOwnKeys.getState().keys, ...changes }) });
}

/** Gives every command its first keys back. */
export function resetKeys(): void {
  own.change({ keys: {} });
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
  const entries = fieldsOf(kept);
  for (const { id, fixed } of COMMANDS) {
    const keys = entries[id];
    if (fixed === undefined && Array.isArray(keys)) found[id] = keys.filter(isKeys).slice(0, MOST_KEYS);
  }
  return found;
}
