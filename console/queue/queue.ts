import { create } from "zustand";
import { newId } from "../../client/id.ts";
import type { OperatorConversation, QueueState } from "../../protocol/server-to-operator.ts";
import { myId } from "../chat/store.ts";
import { ask, on, onLine } from "../state/connection.ts";
import { useMe } from "../state/me.ts";
import { refusalSentence } from "../strings/refusal.ts";
import { toast } from "../ui/toast.tsx";

interface QueueStore {
  /** All that wait for an answer, by conversation; those under queueing say how they stand. */
  requests: { readonly [conversation: string]: OperatorConversation };
  /** The sites on which requests are offered to one operator at a time. */
  sites: readonly string[];
}

/** The requests, as the server told them. */
export const useQueue = create<QueueStore>(() => ({ requests: {}, sites: [] }));

/** A request that this operator holds. */
export interface Offer {
  request: OperatorConversation;
  /** Since when and until when, by the server's clock. */
  since: number;
  until: number;
}

/** What is offered to this operator; one request at the most. */
export function useOwnOffer(): Offer | undefined {
  const me = useMe((state) => state.me?.id);
  const request = useQueue(({ requests }) => Object.values(requests).find(({ queue }) => isOwn(queue, me)));
  if (request?.queue?.kind !== "offered") return undefined;
  return { request, since: request.queue.since, until: request.queue.until };
}

/** Whether requests of the site that the console shows are offered to one operator at a time. */
export function useQueueing(): boolean {
  const site = useMe(({ siteId }) => siteId);
  return useQueue(({ sites }) => site !== undefined && sites.includes(site));
}

/** How a request stands; nothing where queueing is off for it. */
export function useQueueState(conversation: string | undefined): QueueState | undefined {
  return useQueue(({ requests }) => requests[conversation ?? ""]?.queue);
}

/** Whether a request calls this operator: another's offer does not, nor does one that waits for its turn. */
export function callsMe({ queue }: { queue?: QueueState | undefined }): boolean {
  return queue === undefined || queue.kind === "open" || isOwn(queue, myId());
}

/** Whether this operator may take the request as it stands; a supervisor takes it whoever holds it. */
export function mayTake(conversation: string): boolean {
  const request = useQueue.getState().requests[conversation];
  return request === undefined || callsMe(request) || useMe.getState().me?.role !== "operator";
}

/** Hands the offer on to the next operator. */
export async function decline(conversation: string): Promise<void> {
  try {
    await ask({ type: "decline", id: newId(), conversation });
  } catch (problem) {
    toast(refusalSentence(problem), "problem");
  }
}

function isOwn(queue: QueueState | undefined, me: string | undefined): boolean {
  return queue?.kind === "offered" && queue.to.id === me;
}

function learn(conversation: OperatorConversation): void {
  const { id, status } = conversation;
  const { requests } = useQueue.getState();
  const { [id]: known, ...others } = requests;
  if (status === "requesting") useQueue.setState({ requests: { ...requests, [id]: conversation } });
  else if (known !== undefined) useQueue.setState({ requests: others });
}

on("welcome", ({ conversations }) => {
  useQueue.setState({ requests: {} });
  for (const conversation of conversations) learn(conversation);
});
on("conversation", ({ conversation }) => learn(conversation));
on("queueing", ({ sites }) => useQueue.setState({ sites }));

on("queue", ({ conversation, queue }) => {
  const known = useQueue.getState().requests[conversation];
  if (known === undefined) return;
  const { queue: _, ...request } = known;
  learn(queue === undefined ? request : { ...request, queue });
});

// Without a line nobody could tell that the time is over.
onLine(({ kind }) => kind !== "online" && useQueue.setState({ requests: {} }));

useMe.subscribe(({ me }) => me === undefined && useQueue.setState({ requests: {}, sites: [] }));
