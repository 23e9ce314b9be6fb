/** What an operator is told of: a chat request, a message in a chat of one's own, and one's own invitation accepted. */
export const ALERT_KINDS = ["request", "message", "accepted"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
