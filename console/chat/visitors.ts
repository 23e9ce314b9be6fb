import { create } from "zustand";
import { newId } from "../../client/id.ts";
import type { Note, OperatorConversation } from "../../protocol/server-to-operator.ts";
import type { VisitorRow } from "../../protocol/visitor-list.ts";
import { ask, on, tell } from "../state/connection.ts";
import { useMe } from "../state/me.ts";

export interface VisitedPage {
  url: string;
  title: string;
  at: number;
}

/** What this window knows of a visitor it follows. */
export interface FollowedVisitor {
  /** The row as last told; kept after the visitor has gone, for the place and the browser. */
  row?: VisitorRow;
  /** True while the visitor is not on the site. */
  gone: boolean;
  email?: string | undefined;
  /** What the site's script says of the visitor. */
  attributes?: Readonly<Record<string, string>> | undefined;
  /** Of this visit, oldest first. */
  pages: readonly VisitedPage[];
  /** One's own remark. */
  remark?: string | undefined;
  /** Oldest first. */
  notes: readonly Note[];
  /** Ended chats and left messages, newest first. */
  past: readonly OperatorConversation[];
  /** True once the server has told notes and past chats. */
  remembered: boolean;
}

const unknown: FollowedVisitor = { gone: false, pages: [], notes: [], past: [], remembered: false };
const useVisitors = create<{ readonly [place: string]: FollowedVisitor }>(() => ({}));
/** How many chats and windows follow each visitor. */
const followers = new Map<string, number>();

/** Keeps a visitor's row, notes and past chats coming until the returned function is called. */
export function followVisitor(site: string, visitor: number): () => void {
  const place = placeOf(site, visitor);
  const others = followers.get(place) ?? 0;
  followers.set(place, others + 1);
  if (others === 0) {
    put(place, unknown);
    watch(site, visitor);
  }
  let followed = true;
  return () => {
    if (followed) unfollow(site, visitor);
    followed = false;
  };
}

/** What is known of a visitor; nothing yet, if nobody follows. */
export function useVisitor(site: string | undefined, visitor: number | undefined): FollowedVisitor {
  return useVisitors((all) => all[placeOf(site ?? "", visitor ?? 0)] ?? unknown);
}

/** Adds a client note. It arrives as everybody's does; rejects with `Refused`. */
export async function addNote(site: string, visitor: number, text: string): Promise<void> {
  await ask({ type: "note", id: newId(), site, visitor, text });
}

function unfollow(site: string, visitor: number): void {
  const place = placeOf(site, visitor);
  const left = (followers.get(place) ?? 0) - 1;
  if (left > 0) {
    followers.set(place, left);
    return;
  }
  followers.delete(place);
  useVisitors.setState(({ [place]: _, ...others }) => others, true);
  tell({ type: "unwatch", visitor, site });
}

function watch(site: string, visitor: number): void {
  tell({ type: "watch", id: newId(), visitor, site });
}

/** Changes what is known, unless nobody follows that visitor any more. */
function put(place: string, change: Partial<FollowedVisitor>): void {
  if (!followers.has(place)) return;
  useVisitors.setState((all) => ({ [place]: { ...(all[place] ?? unknown), ...change } }));
}

function placeOf(site: string, visitor: number): string {
  return `${site}/${visitor}`;
}

on("welcome", () => {
  for (const place of followers.keys()) {
    const cut = place.lastIndexOf("/");
    watch(place.slice(0, cut), Number(place.slice(cut + 1)));
  }
});

on("visitor", ({ site, visitor, row }) =>
  put(placeOf(site, visitor), row === undefined ? { gone: true } : { gone: false, row }),
);

on("details", ({ site, visitor, email, attributes, pages }) =>
  put(placeOf(site, visitor), { email, attributes, pages }),
);

// What is told live may overtake what was read from the disk a moment before, so the two are always merged.
on("remembered", ({ site, visitor, notes, remark, conversations }) => {
  const place = placeOf(site, visitor);
  put(place, { ...merged(place, notes, conversations), remark, remembered: true });
});

on("note", ({ site, note }) => {
  const place = placeOf(site, note.visitor);
  put(place, merged(place, [note], []));
});

on("remark", ({ site, visitor, text }) => put(placeOf(site, visitor), { remark: text || undefined }));

on("conversation", ({ conversation }) => {
  const place = placeOf(conversation.site, conversation.visitor);
  put(place, merged(place, [], [conversation]));
});

function merged(
  place: string,
  notes: readonly Note[],
  conversations: readonly OperatorConversation[],
): Pick<FollowedVisitor, "notes" | "past"> {
  const known = useVisitors.getState()[place] ?? unknown;
  return {
    notes: unique([...known.notes, ...notes]).toSorted((one, other) => one.at - other.at),
    past: unique([...conversations, ...known.past])
      .filter(({ status }) => status === "ended" || status === "left")
      .toSorted((one, other) => other.requestedAt - one.requestedAt),
  };
}

function unique<T extends { id: string }>(list: readonly T[]): T[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => !seen.has(id) && seen.add(id));
}

useMe.subscribe(({ me }) => {
  if (me !== undefined) return;
  followers.clear();
  useVisitors.setState({}, true);
});
