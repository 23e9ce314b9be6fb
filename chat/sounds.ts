import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkLine } from "./check-text.ts";
import { ChatError } from "./error.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** A sound that an administrator has given to all operators, to choose for their alerts. */
export interface SharedSound {
  id: string;
  name: string;
  /** Media type, such as audio/mpeg. */
  type: string;
  /** Bytes. */
  size: number;
  addedAt: number;
}

/** What a person decides of it. */
export interface SoundWish {
  name: string;
  type: string;
  /** The file in base64 (RFC 4648 § 4). */
  data: string;
}

/** What browsers can play, mostly; whether one can is for the console to try, which does. */
const TYPES: readonly string[] = [
  "audio/mpeg",
  "audio/mp4",
  "audio/aac",
  "audio/ogg",
  "audio/wav",
  "audio/x-wav",
  "audio/webm",
  "audio/flac",
];
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const NAME_LENGTH = 60;

/** The sounds of the installation. Who may change them stands in permissions.ts, and is asked at the door. */
export class Sounds {
  readonly #parts: { world: World; store: Store; bus: Bus; bounds: SoundBounds };

  constructor(parts: { world: World; store: Store; bus: Bus; bounds: SoundBounds }) {
    this.#parts = parts;
  }

  /** By name. */
  async all(): Promise<SharedSound[]> {
    return this.#parts.store.sounds();
  }

  /** The file of one, in base64. */
  async data(id: string): Promise<{ type: string; data: string }> {
    const file = await this.#parts.store.soundFile(id);
    if (file === undefined) throw new ChatError("not-found", "There is no such sound any more.");
    return file;
  }

  async add({ name, type, data }: SoundWish): Promise<SharedSound> {
    const { world, store, bus, bounds } = this.#parts;
    if (!TYPES.includes(type)) throw new ChatError("bad-message", "This is not a kind of sound that browsers play.");
    if (data === "" || !BASE64.test(data)) throw new ChatError("bad-message", "The file must come in base64.");
    const size = bytesOf(data);
    if (size > bounds.soundBytes)
      throw new ChatError("too-long", `The file has ${size} bytes; --sound-size raises the bound.`);
    const words = checkLine(name, NAME_LENGTH);
    if (words === "") throw new ChatError("empty", "The sound needs a name.");
    const sound = { id: world.newId(), name: words, type, size, addedAt: world.now() };
    if (!(await store.addSound(sound, data, bounds.sounds)))
      throw new ChatError("not-allowed", `There can be ${bounds.sounds} sounds; --sounds raises the bound.`);
    bus.announce({ type: "sounds" });
    return sound;
  }

  /** Whoever had chosen it hears the shop bell from then on. */
  async remove(id: string): Promise<void> {
    await this.#parts.store.removeSound(id);
    this.#parts.bus.announce({ type: "sounds" });
  }
}

/** The part of the configuration that bounds them. */
export type SoundBounds = Pick<ChatBounds, "sounds" | "soundBytes">;

function bytesOf(base64: string): number {
  return (base64.length / 4) * 3 - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0);
}
