/** The bounds that the rules enforce; all of them come from the configuration. Lengths in UTF-16 code units, times in milliseconds. */
export interface ChatBounds {
  /** A message, a note, the first sentence of an invitation. */
  textLength: number;
  /** For so long operators can edit and delete messages of their own; 0 = never. */
  editMs: number;
  /** A pushed or canned URL. */
  urlLength: number;
  /** How long an invitation stays on the visitor's screen unanswered. */
  invitationMs: number;
  /** How long an operator whose last window closed still counts as there: a reload is not a leaving. */
  operatorGraceMs: number;
  /** An operator who lets so many offers run out in a row is set away; 0 = never. */
  unansweredOffers: number;
  /** A request whose visitor has been gone for so long is missed. */
  missAfterGoneMs: number;
  /** A chat whose visitor has been gone for so long is ended. */
  endAfterGoneMs: number;
  /** A chat whose operator has been gone for so long waits for somebody again; 0 = never. */
  releaseAfterGoneMs: number;
  /** How many messages one answer to a client's "what did I miss" carries. */
  messagesPerPage: number;
  /** How many notes and past conversations are told of one visitor. */
  rememberedPerVisitor: number;
  /** A remark. */
  remarkLength: number;
  /** How many visitors one operator may have a remark on. */
  remarksPerOperator: number;
  /** What one preference of an operator may take, as JSON. */
  preferenceLength: number;
  /** How many preferences one operator may have. */
  preferencesPerOperator: number;
  /** How many canned messages and URLs are shared, and how many each operator may have. */
  cannedItems: number;
  /** How many words an operator's own dictionary holds. */
  ownWords: number;
  /** How many dictionaries can be added, and the characters of one. */
  dictionaries: number;
  dictionaryBytes: number;
  /** How many sounds administrators can add, and the bytes of one. */
  sounds: number;
  soundBytes: number;
  /** How many conversations of the history are shown at once. */
  historyPage: number;
  /** How many exports of the history may be under way. */
  exportsAtOnce: number;
  /** How many of an operator's talks with colleagues are told at once, those last written in. */
  talksPerOperator: number;
}
