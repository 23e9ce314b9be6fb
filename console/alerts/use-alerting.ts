import { useEffect } from "react";
import { startFlash } from "./flash.ts";
import { startPopups } from "./popups.ts";
import { startSounds } from "./sounds.ts";
import { startSpeaker } from "./speaker.ts";
import { watchPush } from "./web-push.ts";
import { watchTalks } from "./watch-talks.ts";

/** Tells the operator what calls for them, in every window in which they are signed in. */
export function useAlerting(): void {
  useEffect(() => {
    const ends = [startSpeaker(), startSounds(), startPopups(), startFlash(), watchPush(), watchTalks()];
    return () => {
      for (const end of ends.toReversed()) end();
    };
  }, []);
}
