import { create } from "zustand";
import { readKept, writeKept } from "../state/kept.ts";
import { useMe } from "../state/me.ts";
import { type AlertPreferences, type KindPreferences, readAlertPreferences } from "./alert-preferences.ts";
import type { AlertKind } from "./kinds.ts";

/** How the operator who is signed in wants to be told; kept in the browser for each operator. */
export const useAlertPreferences = create<AlertPreferences>(() => readAlertPreferences(readKept(place())));

/** Changes how one kind of alert reaches the operator. */
export function setKind(kind: AlertKind, change: Partial<KindPreferences>): void {
  const { kinds } = useAlertPreferences.getState();
  keep({ kinds: { ...kinds, [kind]: { ...kinds[kind], ...change } } });
}

/** @param volume 0 to 1. */
export function setVolume(volume: number): void {
  keep({ volume });
}

function keep(change: Partial<AlertPreferences>): void {
  useAlertPreferences.setState(change);
  writeKept(place(), JSON.stringify(useAlertPreferences.getState()));
}

function place(): string {
  return `shopbell.alerts.${useMe.getState().me?.id ?? ""}`;
}

function read(): void {
  useAlertPreferences.setState(readAlertPreferences(readKept(place())));
}

useMe.subscribe(({ me }, before) => me?.id !== before.me?.id && read());
// Another window of this browser changed them.
addEventListener("storage", ({ key }) => key === place() && read());
