import { create } from "zustand";
import type { SoundEntry } from "../../protocol/rest.ts";
import { get } from "../state/api.ts";
import { on } from "../state/connection.ts";
import { type SharedSound, sharedId } from "./alert-preferences.ts";
import { decode } from "./own-file.ts";
import { useAlertPreferences } from "./preferences.ts";

/** The sounds that administrators have given to all; undefined until they have come. */
export const useSharedSounds = create<{ sounds: readonly SoundEntry[] | undefined }>(() => ({ sounds: undefined }));

/** Decoded, by id; what was taken out meanwhile is played no more, because nothing names it. */
const buffers = new Map<string, Promise<AudioBuffer | undefined>>();
const ready = new Map<string, AudioBuffer>();

/** Keeps the list, and what of it is chosen ready to sound without delay, until the returned function is called. */
export function watchSharedSounds(): () => void {
  const load = () => {
    get<SoundEntry[]>("/sounds").then(
      (sounds) => {
        useSharedSounds.setState({ sounds });
        prepare();
      },
      () => undefined, // asked again when the line is back
    );
  };
  const prepare = () => {
    for (const { tune } of Object.values(useAlertPreferences.getState().kinds)) {
      const id = sharedId(tune);
      if (id !== undefined && isThere(id)) void loadShared(id);
    }
  };
  const ends = [on("sounds", load), on("welcome", load), useAlertPreferences.subscribe(prepare)];
  return () => {
    for (const end of ends) end();
    useSharedSounds.setState({ sounds: undefined });
    buffers.clear();
    ready.clear();
  };
}

/** Fetches and decodes one, once. Undefined where it cannot be had: then it can be tried again. */
export async function loadShared(id: string): Promise<AudioBuffer | undefined> {
  const known = buffers.get(id);
  if (known !== undefined) return known;
  const loading = fetch(`/api/v1/sounds/${id}/data`)
    .then(async (answer) => (answer.ok ? decode(await answer.arrayBuffer()) : undefined))
    .catch(() => undefined);
  buffers.set(id, loading);
  const buffer = await loading;
  if (buffer === undefined) buffers.delete(id);
  else ready.set(id, buffer);
  return buffer;
}

/** The decoded sound, if it is there and has been loaded. */
export function sharedBuffer(sound: SharedSound): AudioBuffer | undefined {
  const id = sharedId(sound) ?? "";
  return isThere(id) ? ready.get(id) : undefined;
}

function isThere(id: string): boolean {
  return useSharedSounds.getState().sounds?.some((sound) => sound.id === id) === true;
}
