import { type KeyboardEvent, useState } from "react";

/** The keys by which one of several is chosen while a field has the focus. `query`: when it changes, the first one is active again. */
export function useOptions<Item>(items: readonly Item[], query: string, onPick: (item: Item) => void) {
  const [state, setState] = useState({ query, active: 0 });
  const active = state.query === query ? Math.min(state.active, items.length - 1) : 0;
  const go = (to: number) => setState({ query, active: (to + items.length) % items.length });
  return {
    active,
    /** Says whether the key was one of these. */
    onKeyDown(event: KeyboardEvent): boolean {
      const { ctrlKey, altKey, metaKey, shiftKey, key } = event;
      // Keys that an input method is still using (229: what Safari says) choose its candidates, not ours.
      if (event.nativeEvent.isComposing || event.keyCode === 229 || items.length === 0) return false;
      if (ctrlKey || altKey || metaKey || shiftKey) return false;
      const item = items[active];
      if (key === "ArrowDown") go(active + 1);
      else if (key === "ArrowUp") go(active - 1);
      else if ((key === "Enter" || key === "Tab") && item !== undefined) onPick(item);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
