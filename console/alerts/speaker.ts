import { create } from "zustand";
import { isShared, type Sound } from "./alert-preferences.ts";
import { hear, say } from "./channel.ts";
import { takeLead, whenFree } from "./lead.ts";
import { loadOwnSound, useOwnSound } from "./own-file.ts";
import { sharedBuffer, watchSharedSounds } from "./shared-sounds.ts";
import { render, type Tune } from "./tunes.ts";

/**
 * `leads`: this window is the one that sounds. `follows`: another one does. `blocked`: none can, because the browser lets no page
 * sound that nobody has pressed a key or a button in.
 */
export type SpeakerState = "starting" | "leads" | "follows" | "blocked";
export const useSpeaker = create<{ state: SpeakerState }>(() => ({ state: "starting" }));

const LOCK = "shopbell.sound";
/** A browser that allows sound says so within a few milliseconds. */
const ALLOWED_MS = 1_000;
/** From one beginning to the next of what repeats; an own file may take longer. */
const REPEAT_S = 4;

let context: AudioContext | undefined;
const rendered = new Map<Tune, AudioBuffer>();
/** This window sounds or waits for its turn to. */
let inLine = false;
let release = () => {};

/** Makes this window one of those that may sound, until the returned function is called. */
export function startSpeaker(): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  // It runs all day, silent or not: to be woken first, in a tab in the background, would be one more thing that can fail.
  const here = new AudioContext();
  context = here;
  void loadOwnSound();
  const unwatch = watchSharedSounds();
  here.addEventListener("statechange", compete, { signal });
  // The first press anywhere is what browsers wait for.
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, wake, { signal, capture: true });
  const judge = setTimeout(compete, ALLOWED_MS);
  const unhear = hear(({ say: word }) => word === "sounds" && here.state !== "running" && compete());
  return () => {
    ended.abort();
    clearTimeout(judge);
    unhear();
    unwatch();
    release();
    release = () => {};
    inLine = false;
    rendered.clear();
    context = undefined;
    void here.close();
    useSpeaker.setState({ state: "starting" });
  };
}

/** Asks the browser to let this window sound; it does during a press of a key or a button. */
export function wake(): void {
  if (context !== undefined && context.state !== "running") void context.resume();
}

/** Only a window that can sound may be the one that does. */
function compete(): void {
  const isAble = canSound();
  // Who is in line stays there: to stand in line anew would hand what rings to another window.
  if (isAble && inLine) return;
  release();
  inLine = isAble;
  if (isAble) {
    useSpeaker.setState({ state: "follows" });
    release = takeLead(LOCK, () => {
      useSpeaker.setState({ state: "leads" });
      say({ say: "sounds" });
    });
  } else {
    if (useSpeaker.getState().state !== "starting") useSpeaker.setState({ state: "follows" });
    release = whenFree(LOCK, () => useSpeaker.setState({ state: "blocked" }));
  }
}

/** True where `play` is heard. */
export function canSound(): boolean {
  return context?.state === "running";
}

/** Plays a sound once, or over and over, until the returned function is called. */
export function play(sound: Sound, { volume, repeat = false }: { volume: number; repeat?: boolean }): () => void {
  if (context === undefined) return () => {};
  const source = context.createBufferSource();
  const once = bufferOf(context, sound);
  // The pauses are part of what is repeated: the audio device keeps time, in whatever state the tab's timers are.
  source.buffer = repeat ? withPause(context, once) : once;
  source.loop = repeat;
  const gain = context.createGain();
  // Loudness is heard by its square, roughly.
  gain.gain.value = volume * volume;
  source.connect(gain).connect(context.destination);
  source.start();
  return () => source.stop();
}

function bufferOf(here: AudioContext, sound: Sound): AudioBuffer {
  if (sound === "own") return useOwnSound.getState().buffer ?? bufferOf(here, "bell");
  if (isShared(sound)) return sharedBuffer(sound) ?? bufferOf(here, "bell");
  const known = rendered.get(sound);
  if (known !== undefined) return known;
  const samples = render(sound, here.sampleRate);
  const buffer = here.createBuffer(1, samples.length, here.sampleRate);
  buffer.copyToChannel(samples, 0);
  rendered.set(sound, buffer);
  return buffer;
}

function withPause(here: AudioContext, once: AudioBuffer): AudioBuffer {
  const seconds = Math.max(REPEAT_S, once.duration + 1);
  const { numberOfChannels, sampleRate } = once;
  const buffer = here.createBuffer(numberOfChannels, Math.ceil(seconds * sampleRate), sampleRate);
  for (let channel = 0; channel < numberOfChannels; channel += 1)
    buffer.copyToChannel(once.getChannelData(channel), channel);
  return buffer;
}
