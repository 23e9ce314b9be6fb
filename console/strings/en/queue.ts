import type { Strings } from "../translation.ts";

export const queue = {
  // The card
  offer: "Chat request for you",
  offerFrom: "Chat request from {name}, offered to you",
  secondsLeft: { one: "{count} second left to answer", other: "{count} seconds left to answer" },
  accept: "Accept",
  decline: "Decline",
  commandAccept: "Accept the request that is offered",
  commandDecline: "Decline the request that is offered",

  // The list
  inQueue: "In the queue",
  offeredTo: "This request is offered to {name} just now.",
  waitsForTurn: "This request waits for its turn.",

  // Settings
  queueing: "Queueing",
  queueingText:
    "With queueing, a request is offered to one available operator at a time. Who does not answer in time, or declines, passes it on.",
  noDepartment: "Requests without a department",
  rule: "Requests go",
  "rule-off": "to everybody at once",
  "rule-least-busy": "to the least busy first",
  "rule-longest-idle": "to the longest idle first",
  "rule-in-turn": "to each in turn",
  "hint-off": "Whoever comes first takes a request.",
  "hint-least-busy":
    "The operator with the fewest open chats is asked first; of equals the one who has been idle for longest.",
  "hint-longest-idle": "The operator whose last chat began or ended longest ago is asked first.",
  "hint-in-turn": "One operator after the other is asked, in a fixed order.",
  mostChats: "Chats per operator",
  mostChatsHint: "Who has so many open chats is offered no more.",
  wrongNumber: "A whole number from {least} to {most}.",
  answerSeconds: "Seconds to answer",
  answerSecondsHint: "Then the request is offered to the next operator. After three rounds it calls everybody.",
  allRequests: "All requests",
  edit: "Queueing: {name}",
  limit: { one: "at most {count} chat each", other: "at most {count} chats each" },
  time: { one: "{count} second to answer", other: "{count} seconds to answer" },
  save: "Save",
  saved: "Queueing is set.",
  onlyAdministrators: "Only the owner and administrators change this.",
} as const satisfies Strings;
