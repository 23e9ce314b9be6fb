import { HARD } from "../protocol/limits.ts";
import { OVERLOAD_SETTINGS } from "./overload-settings.ts";
import { PUSH_SERVICES } from "./push-services.ts";
import {
  contact,
  duration,
  hosts,
  nameServers,
  networks,
  oneOf,
  optional,
  origin,
  type Setting,
  size,
  text,
  transcriptName,
  whole,
} from "./setting.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KIB = 1_024;
const MIB = 1_024 * KIB;

/**
 * Everything that can be set, once: the flag, the environment variable (`SHOPBELL_` and the flag in capitals where none is named), what is
 * taken without them, the limits, and the sentence that `--help` prints. A value with a unit says so in its name here (`Ms`, `Bytes`) and
 * carries the unit itself where a person writes it (`10s`, `32KiB`).
 */
export const SETTINGS = {
  port: {
    kind: whole(0, 65_535),
    flag: "port",
    variable: "PORT",
    fallback: 4400,
    help: "The port to listen on; 0 takes any free one.",
  },
  // Passwords cross this line, and it is not encrypted: whoever opens it to a network should have meant to.
  host: {
    kind: text("ADDRESS", 255),
    flag: "host",
    variable: "HOST",
    fallback: "127.0.0.1",
    help: "The address to listen on. 0.0.0.0 or :: opens the server to the network; put a proxy that speaks https in front of it then.",
  },
  dataFolder: {
    kind: text("FOLDER", 4_096),
    flag: "data",
    fallback: "./data",
    help: "Where everything is kept. One server at a time can use it.",
  },
  transcriptsFolder: {
    kind: optional(text("FOLDER", 4_096)),
    flag: "transcripts",
    fallback: undefined,
    help: "A folder into which every chat is saved as a file when it ends.",
  },
  transcriptName: {
    kind: transcriptName,
    flag: "transcript-name",
    fallback: "{year}-{month}/{year}-{month}-{day}-{hour}{minute}-{visitor}-{id}.txt",
    help: "The name of such a file; also {site} and {name}. It ends with .txt or .json, and so is the file.",
  },
  publicUrl: {
    kind: optional(origin),
    flag: "public-url",
    fallback: undefined,
    help: "The address people reach the server by when there is a proxy in front. Links carry it, and with https the cookies are for https alone.",
  },
  trustedProxies: {
    kind: networks,
    flag: "trusted-proxies",
    fallback: Object.freeze([]),
    help: "The proxies whose X-Forwarded-For says where a request came from. Without it every visitor behind a proxy has the proxy's address.",
  },
  metricsPort: {
    kind: optional(whole(0, 65_535)),
    flag: "metrics-port",
    fallback: undefined,
    help: "A port of its own for Prometheus (GET /metrics).",
  },
  metricsHost: {
    kind: text("ADDRESS", 255),
    flag: "metrics-host",
    fallback: "127.0.0.1",
    help: "The address to listen on for Prometheus.",
  },
  logLevel: {
    kind: oneOf("silent", "fatal", "error", "warn", "info", "debug"),
    flag: "log-level",
    fallback: "info",
    help: "The least that goes to the log, which is JSON lines on standard error.",
  },

  textLength: {
    kind: whole(1, HARD.text),
    flag: "text-length",
    fallback: 4_000,
    help: "Characters in a message, a note or an invitation.",
  },
  editMs: {
    kind: duration(0, 365 * DAY),
    flag: "edit-time",
    fallback: 15 * MINUTE,
    help: "How long operators can edit and delete messages of their own; 0min turns it off.",
  },
  urlLength: { kind: whole(1, HARD.url), flag: "url-length", fallback: 2_048, help: "Characters in a pushed address." },
  frameBytes: {
    kind: size(KIB, 16 * MIB),
    flag: "frame-size",
    fallback: 32 * KIB,
    help: "What a client may send at once on its line.",
  },
  heartbeatMs: {
    kind: duration(50, HOUR),
    flag: "heartbeat",
    fallback: 10 * SECOND,
    help: "How often the line is tested; one silent for twice as long is dropped.",
  },
  graceMs: {
    kind: duration(0, HOUR),
    flag: "grace",
    // With the sweep (1 s) and the tick on top, a visitor is gone within five seconds.
    fallback: 3_500,
    help: "How long a visitor without a tab stays in the list: changing the page is not leaving.",
  },
  operatorGraceMs: {
    kind: duration(0, HOUR),
    flag: "operator-grace",
    fallback: 8 * SECOND,
    help: "How long an operator without a window still counts as there.",
  },
  unansweredOffers: {
    kind: whole(0, 1_000),
    flag: "unanswered-offers",
    // One may be a cup of tea; after three at the default of half a minute nobody is at that desk.
    fallback: 3,
    help: "An operator who lets so many requests that are offered run out in a row is set away; 0 turns it off.",
  },
  // Many phones share one address behind their carrier; too low a bound would shut visitors out.
  socketsPerAddress: {
    kind: whole(1, 1_000_000),
    flag: "sockets-per-address",
    fallback: 200,
    help: "Lines from one address at a time.",
  },
  visitors: {
    kind: whole(1, 1_000_000),
    flag: "visitors",
    fallback: 50_000,
    help: "Visitors at a time; further ones are asked to come back later.",
  },
  tabsPerVisitor: {
    kind: whole(1, 1_000),
    flag: "tabs-per-visitor",
    fallback: 20,
    help: "Tabs of one visitor at a time.",
  },
  pagesKept: {
    kind: whole(1, HARD.pages),
    flag: "page-trail",
    fallback: 50,
    help: "Pages of one visit that are kept, in memory, for the operators to see.",
  },
  visitorBurst: {
    kind: whole(1, 100_000),
    flag: "visitor-burst",
    fallback: 40,
    help: "Frames a visitor may send at once; one who sends faster is read more slowly.",
  },
  visitorFramesPerSecond: {
    kind: whole(1, 100_000),
    flag: "visitor-rate",
    fallback: 10,
    help: "Frames a visitor may send each second after that.",
  },
  operatorBurst: {
    kind: whole(1, 100_000),
    flag: "operator-burst",
    fallback: 200,
    help: "Frames an operator may send at once.",
  },
  operatorFramesPerSecond: {
    kind: whole(1, 100_000),
    flag: "operator-rate",
    fallback: 50,
    help: "Frames an operator may send each second after that.",
  },
  outboxBytes: {
    kind: size(KIB, 1_024 * MIB),
    flag: "outbox",
    fallback: MIB,
    help: "What may wait for a slow reader before it is dropped, to catch up later.",
  },
  tickMs: {
    kind: duration(10, MINUTE),
    flag: "tick",
    fallback: 250,
    help: "How often changes of the visitor list are gathered and sent.",
  },
  ...OVERLOAD_SETTINGS,
  restartSpreadMs: {
    kind: duration(0, 10 * MINUTE),
    flag: "restart-spread",
    fallback: 5 * SECOND,
    help: "Over how long clients spread their return after a stop.",
  },
  invitationMs: {
    kind: duration(SECOND, DAY),
    flag: "invitation",
    fallback: 2 * MINUTE,
    help: "How long an invitation stays on a visitor's screen.",
  },
  missAfterGoneMs: {
    kind: duration(SECOND, DAY),
    flag: "miss-after",
    fallback: MINUTE,
    help: "A request whose visitor has been gone for so long is missed.",
  },
  endAfterGoneMs: {
    kind: duration(SECOND, 30 * DAY),
    flag: "end-after",
    fallback: 15 * MINUTE,
    help: "A chat whose visitor has been gone for so long is ended.",
  },
  releaseAfterGoneMs: {
    kind: duration(0, 30 * DAY),
    flag: "release-after",
    // Long enough for a laptop that is carried to another room, or a computer that starts anew; a visitor hardly waits longer.
    fallback: 3 * MINUTE,
    help: "A chat whose operator has been gone for so long waits for somebody again; 0min turns it off.",
  },
  messagesPerPage: {
    kind: whole(1, HARD.messages),
    flag: "messages-per-page",
    fallback: 200,
    help: "Messages in one answer to a client that catches up.",
  },
  remarkLength: {
    kind: whole(1, HARD.remark),
    flag: "remark-length",
    fallback: 100,
    help: "Characters in an operator's remark on a visitor.",
  },
  remarksPerOperator: {
    kind: whole(1, 100_000),
    flag: "remarks",
    fallback: 10_000,
    help: "Visitors on whom one operator may have a remark; at the bound the oldest makes room.",
  },
  rememberedPerVisitor: {
    kind: whole(1, HARD.rows),
    flag: "remembered",
    fallback: 100,
    help: "Notes and past chats shown of one visitor.",
  },
  // Each costs a look at every change of a row: twenty are more than stand side by side.
  savedFilters: {
    kind: whole(1, HARD.filters),
    flag: "saved-filters",
    fallback: 20,
    help: "Saved filters of one operator whose visitors are counted live.",
  },
  preferenceLength: {
    kind: whole(1, HARD.preference),
    flag: "preference-length",
    fallback: 32_000,
    help: "Characters in one preference of an operator, such as the saved filters, as JSON.",
  },
  preferencesPerOperator: {
    kind: whole(1, 10_000),
    flag: "preferences",
    fallback: 100,
    help: "Preferences that are kept of one operator.",
  },
  historyPage: {
    kind: whole(1, HARD.rows),
    flag: "history-page",
    fallback: 50,
    help: "Conversations of the history in one answer.",
  },
  exportsAtOnce: {
    kind: whole(1, 100),
    flag: "exports",
    fallback: 2,
    help: "Exports of the history that may be under way; each reads all it is asked for.",
  },
  talksPerOperator: {
    kind: whole(1, HARD.rows),
    flag: "talks",
    fallback: 200,
    help: "Chats with colleagues that an operator is told of at once, those last written in.",
  },
  cannedItems: {
    kind: whole(1, 10_000),
    flag: "canned",
    fallback: 1_000,
    help: "Shared canned messages and URLs, and as many of each operator's own.",
  },
  ownWords: {
    kind: whole(1, 100_000),
    flag: "own-words",
    fallback: 5_000,
    help: "Words in each operator's own dictionary.",
  },
  dictionaries: {
    kind: whole(0, HARD.rows),
    flag: "dictionaries",
    fallback: 50,
    help: "Spelling dictionaries that can be added, one for each language.",
  },
  // The largest there are (Hungarian, Portuguese) have five.
  dictionaryBytes: {
    kind: size(KIB, 64 * MIB),
    flag: "dictionary-size",
    fallback: 8 * MIB,
    help: "Characters in one of them.",
  },
  sounds: {
    kind: whole(0, HARD.rows),
    flag: "sounds",
    fallback: 20,
    help: "Sounds that administrators can add for everybody's alerts.",
  },
  soundBytes: {
    kind: size(KIB, 16 * MIB),
    flag: "sound-size",
    fallback: MIB,
    help: "Bytes of one of them.",
  },

  geoipFile: {
    kind: optional(text("FILE", 4_096)),
    flag: "geoip-file",
    fallback: undefined,
    help: "A MaxMind database (.mmdb) of countries, read again when it changes. Without it countries are guessed from time zones.",
  },
  geoipCheckMs: {
    kind: duration(10, DAY),
    flag: "geoip-check",
    fallback: 10 * SECOND,
    help: "How often it is looked whether that file is another.",
  },

  // Whoever is asked for a name learns the visitor's address: an installation is to choose that.
  hostNames: {
    kind: oneOf("asked", "all"),
    flag: "host-names",
    fallback: "asked",
    help: "Whose host names operators may have looked up: of one visitor at a time, or of all whom their list shows.",
  },
  nameServers: {
    kind: optional(nameServers),
    flag: "name-servers",
    fallback: undefined,
    help: "The name servers to ask for them, instead of the system's.",
  },
  hostNameMs: {
    kind: duration(50, MINUTE),
    flag: "host-name-timeout",
    fallback: 3 * SECOND,
    help: "How long a name server may take to answer.",
  },
  hostNamesAtOnce: {
    kind: whole(1, 1_000),
    flag: "host-names-at-once",
    fallback: 20,
    help: "Host names looked up at a time.",
  },
  hostNamesKept: {
    kind: whole(1, 1_000_000),
    flag: "host-names-kept",
    fallback: 10_000,
    help: "Host names kept in memory, for an hour each; and how many may wait to be looked up.",
  },

  waitingCalls: {
    kind: whole(1, 1_000_000),
    flag: "store-queue",
    fallback: 10_000,
    help: "What may wait for the disk; beyond that people are told that the server is overloaded.",
  },
  callsPerGroup: {
    kind: whole(1, 100_000),
    flag: "store-group",
    fallback: 1_000,
    help: "How much of what waits is written with one flush.",
  },
  storeCacheBytes: {
    kind: size(MIB, 65_536 * MIB),
    flag: "store-cache",
    fallback: 16 * MIB,
    help: "Memory for the database's pages.",
  },

  bodyBytes: {
    kind: size(KIB, 16 * MIB),
    flag: "body-size",
    fallback: 64 * KIB,
    help: "The body of one request to the REST interface.",
  },
  apiRequestsPerMinute: {
    kind: whole(1, 1_000_000),
    flag: "api-rate",
    fallback: 600,
    help: "Requests from one address to the REST interface in a minute.",
  },
  signInsPerLogin: {
    kind: whole(1, 10_000),
    flag: "sign-ins-per-login",
    fallback: 10,
    help: "Failed attempts to sign in as one operator within the sign-in window.",
  },
  signInsPerAddress: {
    kind: whole(1, 10_000),
    flag: "sign-ins-per-address",
    fallback: 50,
    help: "Failed attempts to sign in from one address within the sign-in window.",
  },
  signInWindowMs: {
    kind: duration(SECOND, DAY),
    flag: "sign-in-window",
    fallback: 15 * MINUTE,
    help: "The time in which failed attempts to sign in are counted.",
  },
  sessionMs: {
    kind: duration(SECOND, 365 * DAY),
    flag: "session",
    fallback: 30 * DAY,
    help: "How long a browser stays signed in.",
  },
  ticketMs: {
    kind: duration(SECOND, 90 * DAY),
    flag: "link-lifetime",
    fallback: 3 * DAY,
    help: "How long a one-time link works: to set up, or to join.",
  },
  pushContact: {
    kind: optional(contact),
    flag: "push-contact",
    fallback: undefined,
    help: "Where push services find you: mailto:… or https:…. Without it, the public URL; without both there is no Web Push.",
  },
  pushServices: {
    kind: hosts,
    flag: "push-services",
    fallback: PUSH_SERVICES,
    help: "The push services that browsers may be called at. Only one that is named here may be in a network of your own.",
  },
  pushDelayMs: {
    kind: duration(0, HOUR),
    flag: "push-delay",
    // Where somebody is there, most requests are accepted by then.
    fallback: 5 * SECOND,
    help: "How long a request, an offered chat or a message waits before operators without a window are called by Web Push.",
  },
  pushTimeoutMs: {
    kind: duration(100, 5 * MINUTE),
    flag: "push-timeout",
    fallback: 10 * SECOND,
    help: "How long a push service has to answer.",
  },
  pushesAtOnce: {
    kind: whole(1, 1_000),
    flag: "pushes-at-once",
    fallback: 20,
    help: "Calls to push services at a time.",
  },
  pushBrowsers: {
    kind: whole(1, 100),
    flag: "push-browsers",
    fallback: 10,
    help: "Browsers in which one operator is called by Web Push; the oldest go.",
  },
  operators: { kind: whole(1, HARD.rows), flag: "operators", fallback: 200, help: "Operators' accounts, all in all." },
  sites: { kind: whole(1, HARD.rows), flag: "sites", fallback: 100, help: "Sites, all in all." },
  departments: { kind: whole(1, HARD.rows), flag: "departments", fallback: 100, help: "Departments, all in all." },
  bans: { kind: whole(1, 1_000_000), flag: "bans", fallback: 10_000, help: "Bans in force, all in all." },
  originsPerSite: {
    kind: whole(1, 1_000),
    flag: "origins-per-site",
    fallback: 50,
    help: "Origins on which one site's widget may run.",
  },
} satisfies Record<string, Setting<never> | Setting<unknown>>;
