/** The version both ends name in their first message. It rises when an old peer would misread a new one. */
export const PROTOCOL_VERSION = 1;
