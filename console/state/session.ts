import { create } from "zustand";
import { CLOSE } from "../../protocol/close.ts";
import type { Me, ServerState } from "../../protocol/rest.ts";
import { ApiError, del, get, setOnSignedOut } from "./api.ts";
import { connect, disconnect, onLine } from "./connection.ts";
import { setMe } from "./me.ts";

/** Where the console stands with the server. */
export type Session =
  | { kind: "starting" }
  | { kind: "unreachable" }
  | { kind: "needs-set-up" }
  /** `ended`: there was a session and the server ended it. */
  | { kind: "signed-out"; ended: boolean }
  | { kind: "signed-in" };

export const useSession = create<{ session: Session }>(() => ({ session: { kind: "starting" } }));

function enter(session: Session): void {
  useSession.setState({ session });
}

/** Asks the server what to show first. */
export async function boot(): Promise<void> {
  enter({ kind: "starting" });
  try {
    const { needsSetUp, me } = await get<ServerState>("/state");
    if (me !== undefined) signedIn(me);
    else enter(needsSetUp ? { kind: "needs-set-up" } : { kind: "signed-out", ended: false });
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    enter({ kind: "unreachable" });
  }
}

/** The server has taken somebody's password, set-up link or invitation. */
export function signedIn(me: Me): void {
  setMe(me);
  enter({ kind: "signed-in" });
  connect(me.id);
}

/** Ends this session, or all of this operator's. */
export async function signOut(everywhere = false): Promise<void> {
  await del(everywhere ? "/sessions" : "/session");
  leave(false);
}

function leave(ended: boolean): void {
  if (useSession.getState().session.kind !== "signed-in") return;
  disconnect();
  setMe(undefined);
  enter({ kind: "signed-out", ended });
}

setOnSignedOut(() => leave(true));
onLine((line) => {
  if (line.kind === "closed" && line.code === CLOSE.signedOut.code) leave(true);
});
