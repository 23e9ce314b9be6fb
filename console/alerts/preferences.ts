import { ownStore } from "../state/own.ts";
import { type KindPreferences, readAlertPreferences } from "./alert-preferences.ts";
import type { AlertKind } from "./kinds.ts";

const { useStore, change } = ownStore("alerts", readAlertPreferences);

/** How the operator who is signed in wants to be told. */
export const useAlertPreferences = useStore;

/** Changes how one kind of alert reaches the operator. */
export function setKind(kind: AlertKind, part: Partial<KindPreferences>): void {
  const { kinds } = useStore.getState();
  change({ kinds: { ...kinds, [kind]: { ...kinds[kind], ...part } } });
}

/** @param volume 0 to 1. */
export function setVolume(volume: number): void {
  change({ volume });
}
