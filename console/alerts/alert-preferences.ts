import { fieldsOf } from "../state/own-kept.ts";
import { ALERT_KINDS, type AlertKind } from "./kinds.ts";
import { type Tune, TUNES } from "./tunes.ts";

/** One of those that administrators have given to all. */
export type SharedSound = `shared:${string}`;

/** What can be chosen to sound: a tune, the operator's own file, or one that all can choose. */
export type Sound = Tune | "own" | SharedSound;

/** How one kind of alert reaches the operator. */
export interface KindPreferences {
  sound: boolean;
  popup: boolean;
  flash: boolean;
  tune: Sound;
}

export interface AlertPreferences {
  kinds: { readonly [kind in AlertKind]: KindPreferences };
  /** 0 to 1. */
  volume: number;
}

/** Everything is on until somebody turns it off: who misses a visitor has not been asked whether they wanted to. */
export const FIRST_PREFERENCES: AlertPreferences = {
  kinds: {
    request: { sound: true, popup: true, flash: true, tune: "bell" },
    message: { sound: true, popup: true, flash: true, tune: "drop" },
    accepted: { sound: true, popup: true, flash: true, tune: "chime" },
    transferred: { sound: true, popup: true, flash: true, tune: "knock" },
  },
  volume: 0.8,
};

/** Reads what was kept. Whatever is missing or makes no sense is as it is at first. */
export function readAlertPreferences(value: unknown): AlertPreferences {
  const kept = fieldsOf(value);
  const keptKinds = fieldsOf(kept["kinds"]);
  const kinds = { ...FIRST_PREFERENCES.kinds };
  for (const kind of ALERT_KINDS) kinds[kind] = readKind(fieldsOf(keptKinds[kind]), kinds[kind]);
  const { volume } = kept;
  const isVolume = typeof volume === "number" && volume >= 0 && volume <= 1;
  return { kinds, volume: isVolume ? volume : FIRST_PREFERENCES.volume };
}

function readKind(kept: Record<string, unknown>, first: KindPreferences): KindPreferences {
  return {
    sound: flag(kept["sound"], first.sound),
    popup: flag(kept["popup"], first.popup),
    flash: flag(kept["flash"], first.flash),
    tune: asSound(kept["tune"]) ?? first.tune,
  };
}

/** The sound of this name, if there is one. */
export function asSound(name: unknown): Sound | undefined {
  if (typeof name === "string" && isShared(name)) return name;
  return name === "own" ? "own" : TUNES.find((tune) => tune === name);
}

/** The id of a sound that all can choose; undefined for the others. */
export function sharedId(sound: Sound): string | undefined {
  return isShared(sound) ? sound.slice(SHARED.length) : undefined;
}

const SHARED = "shared:";

export function isShared(sound: string): sound is SharedSound {
  return sound.startsWith(SHARED) && /^[\w-]{8,64}$/.test(sound.slice(SHARED.length));
}

function flag(value: unknown, first: boolean): boolean {
  return typeof value === "boolean" ? value : first;
}
