import { on, tell } from "../state/connection.ts";
import { usePoppedOut } from "./pop-out.ts";
import { useChats } from "./store.ts";

/** What was last told. */
let told: string | undefined;

/** The chat that this window shows to whoever sits before it. */
function inFront(): string | undefined {
  const { active } = useChats.getState().tabs;
  if (active === null || document.visibilityState !== "visible") return undefined;
  return active in usePoppedOut.getState() ? undefined : active;
}

function look(): void {
  const conversation = inFront();
  if (conversation === told) return;
  told = conversation;
  tell({ type: "viewing", ...(conversation !== undefined && { conversation }) });
}

/** Tells the colleagues which chat is in front in this window, until the returned function is called. */
export function tellViewing(): () => void {
  const anew = () => {
    told = undefined;
    look();
  };
  const ends = [on("welcome", anew), useChats.subscribe(look), usePoppedOut.subscribe(look)];
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    for (const end of ends) end();
    document.removeEventListener("visibilitychange", look);
    if (told !== undefined) tell({ type: "viewing" });
    told = undefined;
  };
}
