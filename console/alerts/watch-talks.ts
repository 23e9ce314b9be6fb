import { myId } from "../chat/store.ts";
import { on } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { talkKey } from "../talks/key.ts";
import { unreadIn } from "../talks/talk.ts";
import { useTalks } from "../talks/talks.ts";
import { tellUnread } from "./watch.ts";

/** Calls for what colleagues write as for what visitors write, until the returned function is called. */
export function watchTalks(): () => void {
  const ends = [
    useTalks.subscribe(({ talks }, before) => {
      for (const [colleague, talk] of Object.entries(talks)) {
        if (talk === before.talks[colleague]) continue;
        tellUnread(talkKey(colleague), { count: unreadIn(talk), name: nameOf(colleague) });
      }
      for (const colleague of Object.keys(before.talks))
        if (!(colleague in talks)) tellUnread(talkKey(colleague), { count: 0, name: "" });
    }),
    // After talks.ts, which has counted it by then.
    on("talk-messages", ({ with: colleague, messages, more, hasEarlier }) => {
      const last = messages.findLast(({ author }) => author.kind === "operator" && author.id !== myId());
      const talk = useTalks.getState().talks[colleague];
      // What is read backwards, or made up for after a lost line, was said before.
      if (last === undefined || talk === undefined || more || hasEarlier !== undefined || messages.length > 1) return;
      const name = nameOf(colleague);
      const text = last.body.kind === "text" ? last.body.text : "";
      const arrival = { conversation: talkKey(colleague), seq: last.seq, name, text };
      tellUnread(talkKey(colleague), { count: unreadIn(talk), name }, arrival);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

function nameOf(colleague: string): string {
  return useMe.getState().colleagues.find(({ id }) => id === colleague)?.name ?? "";
}
