import type { Page } from "playwright-core";

/** What a page does with its loudspeaker, heard at the loudspeaker. */
interface Ears {
  /** Sounds begun, in order: how long each is in seconds, and whether it goes on and on. */
  begun: { seconds: number; repeats: boolean }[];
  /** Sounds that go on and on and have not been stopped. */
  ringing: number;
  /** Times that it became loud after a silence. */
  strikes: number;
}

declare global {
  // oxlint-disable-next-line no-var -- only a var is a property of the page's window
  var ears: Ears;
}

/** Puts ears on a page and loads it again. The sounds are counted where they begin, and measured in what comes out. */
export async function putEarsOn(page: Page): Promise<void> {
  await page.addInitScript(listen);
  await page.reload();
  await page.getByText(/^Live/).waitFor();
}

/** Waits until `look` is true of what the page's ears have heard. */
export async function untilHeard(page: Page, look: (ears: Ears) => boolean): Promise<void> {
  await page.waitForFunction(look, await page.evaluateHandle(() => globalThis.ears));
}

export function heardOn(page: Page): Promise<Ears> {
  return page.evaluate(() => globalThis.ears);
}

/** Runs in the page, before anything of its own. */
function listen(): void {
  const LOUD = 0.05;
  const SILENT = 0.004;
  const ears: Ears = { begun: [], ringing: 0, strikes: 0 };
  globalThis.ears = ears;

  const { start, stop } = AudioBufferSourceNode.prototype;
  AudioBufferSourceNode.prototype.start = function (...when) {
    ears.begun.push({ seconds: this.buffer?.duration ?? 0, repeats: this.loop });
    if (this.loop) ears.ringing += 1;
    start.apply(this, when);
  };
  AudioBufferSourceNode.prototype.stop = function (...when) {
    if (this.loop) ears.ringing -= 1;
    stop.apply(this, when);
  };

  // A meter before each loudspeaker. It hears in the audio's own time, not in that of the page's timers.
  const meters = new WeakMap<BaseAudioContext, ScriptProcessorNode>();
  const connect = Reflect.get(AudioNode.prototype, "connect") as (this: AudioNode, to: AudioNode) => AudioNode;
  Reflect.set(AudioNode.prototype, "connect", function (this: AudioNode, to: AudioNode) {
    if (to instanceof AudioDestinationNode) connect.call(this, meterOf(to));
    return connect.call(this, to);
  });

  function meterOf(loudspeaker: AudioDestinationNode): AudioNode {
    const { context } = loudspeaker;
    const known = meters.get(context);
    if (known !== undefined || !(context instanceof AudioContext)) return known ?? loudspeaker;
    const meter = context.createScriptProcessor(1024, 1, 1);
    let isLoud = false;
    meter.addEventListener("audioprocess", ({ inputBuffer }) => {
      const most = inputBuffer.getChannelData(0).reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
      if (!isLoud && most > LOUD) ears.strikes += 1;
      isLoud = most > (isLoud ? SILENT : LOUD);
    });
    meters.set(context, meter);
    connect.call(meter, loudspeaker);
    return meter;
  }
}
