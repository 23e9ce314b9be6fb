import { keptNames } from "./kept-names.ts";

/** More chats than anybody has before the oldest of them is over. */
const muted = keptNames("shopbell.muted", 200);

/** Whether a chat's messages make no sound. */
export function isMuted(conversation: string): boolean {
  return muted.useNames.getState().names.includes(conversation);
}

export function useMuted(conversation: string): boolean {
  return muted.useNames(({ names }) => names.includes(conversation));
}

/** Turns a chat's sound on or off, in all windows of this browser. */
export function setMuted(conversation: string, isSilent: boolean): void {
  if (isSilent) muted.add(conversation);
  else muted.remove(conversation);
}
