/** The panel's words; one file of the built widget for each language, of which a visitor loads one. */
export const words = {
  // Button and invitation
  unread: (count: number) => `new messages: ${count}`,
  inviter: (operator: string, site: string) => `${operator} from ${site}`,
  isOnline: "is online now",
  decline: "No thanks",
  accept: "Chat now",
  // Header and line
  close: "Close the chat window",
  weAreOnline: "We're online and happy to help",
  waiting: "We'll be right with you",
  away: "We're away right now",
  leaveAMessage: "Leave a message, we'll write back",
  reconnecting: "Reconnecting… What you write is kept.",
  unavailable: "The chat is not available. Please reload the page.",
  // Log
  log: "Messages",
  welcome: "Hello! How can we help you?",
  you: "You",
  joined: (operator: string) => `${operator} joined the chat`,
  hasEnded: "The chat has ended",
  missed: "Sorry, nobody was free to answer",
  isTyping: (operator: string) => `${operator} is writing`,
  sending: "Sending…",
  sent: "Sent",
  delivered: "Delivered",
  read: "Read",
  notSent: "Not sent.",
  tryAgain: "Try again",
  openedPage: (operator: string) => `${operator} opened this page for you`,
  open: "Open",
  picture: "Picture",
  // Composer and what takes its place
  write: "Write a message…",
  send: "Send",
  tooLong: (over: number) => `Too long by ${over} characters.`,
  endChat: "End the chat",
  endQuestion: "Do you want to end this chat?",
  keepChatting: "Keep chatting",
  startNew: "Start a new chat",
  // Leaving a message
  name: "Your name",
  email: "E-mail",
  text: "How can we help?",
  weReply: "We reply by e-mail. Your message is kept even if you close this page.",
  sendMessage: "Send message",
  needed: "Please fill this in.",
  needEmail: "Please give an address that we can reply to.",
  thanks: (email: string) => `Thank you, we've got your message. We'll write to ${email}.`,
  done: "Done",
};

/** What a further language must have: the same words, and functions of the same arguments. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : T[K] };
