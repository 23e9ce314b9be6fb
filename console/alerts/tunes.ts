/** The sounds that come with Shopbell, each made of struck tones when it is first needed: no file to load, none to block. */
export const TUNES = ["bell", "chime", "glass", "marimba", "knock", "drop", "phone"] as const;
export type Tune = (typeof TUNES)[number];

/** One struck tone: it begins at its loudest and dies away. */
interface Tone {
  /** Seconds from the beginning. */
  at: number;
  hz: number;
  /** Seconds until it is down to a third (1/e). */
  decay: number;
  gain: number;
  /** What sounds with it, as [ratio to hz, share]; the pure tone without. */
  partials?: readonly (readonly [ratio: number, share: number])[];
  /** How far the pitch has risen when the tone has decayed; 1 = an octave. */
  rise?: number;
}

/** A small brass bell does not sound in whole multiples, which is what makes it a bell. */
const BRASS = [
  [1, 1],
  [2.02, 0.6],
  [2.74, 0.45],
  [4.1, 0.25],
  [5.4, 0.2],
] as const;
const WOOD = [
  [1, 1],
  [3.93, 0.35],
  [9.2, 0.1],
] as const;

const SCORES: { readonly [tune in Tune]: readonly Tone[] } = {
  bell: [
    { at: 0, hz: 1046, decay: 0.35, gain: 1, partials: BRASS },
    { at: 0.16, hz: 1046, decay: 0.5, gain: 0.8, partials: BRASS },
  ],
  chime: [
    { at: 0, hz: 659, decay: 0.4, gain: 0.9 },
    { at: 0.18, hz: 880, decay: 0.5, gain: 1 },
  ],
  glass: [
    {
      at: 0,
      hz: 1760,
      decay: 0.45,
      gain: 1,
      partials: [
        [1, 1],
        [2.76, 0.4],
      ],
    },
  ],
  marimba: [
    { at: 0, hz: 392, decay: 0.16, gain: 1, partials: WOOD },
    { at: 0.13, hz: 523, decay: 0.16, gain: 1, partials: WOOD },
    { at: 0.26, hz: 659, decay: 0.22, gain: 1, partials: WOOD },
  ],
  knock: [
    { at: 0, hz: 150, decay: 0.05, gain: 1, partials: WOOD },
    { at: 0.2, hz: 140, decay: 0.06, gain: 1, partials: WOOD },
  ],
  drop: [{ at: 0, hz: 480, decay: 0.09, gain: 1, rise: 1 }],
  phone: Array.from({ length: 12 }, (_, index) => ({
    at: index * 0.06,
    hz: index % 2 === 0 ? 880 : 1109,
    decay: 0.07,
    gain: 1,
  })),
};

/** A tone this many times its decay old is 60 dB down. */
const TAIL = 6.9;
/** Long enough to be no click, short enough to stay a strike. */
const ATTACK_S = 0.004;
/** Room for the loudness a listener sets, without clipping. */
const PEAK = 0.8;

/** @returns the samples of a tune, one channel, each from -1 to 1. */
export function render(tune: Tune, sampleRate: number): Float32Array<ArrayBuffer> {
  const score = SCORES[tune];
  const seconds = Math.max(...score.map(({ at, decay }) => at + decay * TAIL));
  const samples = new Float32Array(Math.ceil(seconds * sampleRate));
  for (const tone of score) strike(samples, tone, sampleRate);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample / peak) * PEAK);
}

function strike(samples: Float32Array, tone: Tone, sampleRate: number): void {
  const { at, hz, decay, gain, partials = [[1, 1]], rise = 0 } = tone;
  const first = Math.round(at * sampleRate);
  const count = Math.min(samples.length - first, Math.ceil(decay * TAIL * sampleRate));
  for (let index = 0; index < count; index += 1) {
    const time = index / sampleRate;
    // The phase of a pitch that rises evenly; without a rise it is hz × time.
    const turns = hz * (time + (rise * time * time) / (2 * decay));
    const attack = Math.min(1, time / ATTACK_S);
    let sum = 0;
    for (const [ratio, share] of partials) {
      // What is higher dies sooner, as it does in metal and wood.
      sum += share * Math.exp((-time * Math.sqrt(ratio)) / decay) * Math.sin(2 * Math.PI * ratio * turns);
    }
    samples[first + index] = (samples[first + index] ?? 0) + gain * attack * sum;
  }
}
