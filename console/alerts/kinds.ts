/**
 * What an operator is told of: a chat request, a message in a chat of one's own, one's own invitation accepted, and a chat that a
 * colleague transfers to one.
 */
export const ALERT_KINDS = ["request", "message", "accepted", "transferred"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];
