import type { Strings } from "../translation.ts";

export const spelling = {
  // The button and its drop-down
  check: "Spell check",
  options: "Spell check options",
  onSend: "Check on send",
  underline: "Underline while typing",
  language: "Dictionary language",
  ownWords: "Your dictionary…",
  none: "There is no dictionary for this language yet. An administrator can add one under Dictionaries.",
  notLoaded: "The spelling checker could not be loaded. Try again when the server can be reached.",
  failed: "The dictionary could not be loaded. It is tried again at the next check.",

  // Suggestions at a word
  suggest: "Suggestions for the word at the cursor",
  suggestionsFor: "Suggestions for {word}",
  noSuggestions: "No suggestions",
  looking: "Looking…",

  // The window
  title: "Spell Checker",
  loading: "Loading the dictionary…",
  notFound: "Not in the dictionary",
  place: "“{word}” is not in the dictionary. {count} left.",
  keyChoose: "Choose a suggestion",
  changeTo: "Change to",
  suggestions: "Suggestions",
  change: "Change",
  changeAll: "Change All",
  ignore: "Ignore",
  ignoreAll: "Ignore All",
  add: "Add to Dictionary",
  done: "The spelling check is complete.",
  noneWrong: "No misspelled words were found.",
  close: "Close",
  sendAnyway: "Send as it is",
  tryAgain: "Try again",
  addFailed: "“{word}” could not be added to your dictionary. {why}",

  // Preferences
  settings: "Spelling",
  settingsText: "How the spelling is checked where you write to visitors.",
  underlineText: "Misspelled words in the input box get a wavy line.",
  onSendText: "Enter checks first, and sends when nothing is left or you say so.",
  automatic: "By the console’s language",
  yourWords: "Your dictionary",
  yourWordsText: "These words are right for you, in every browser you sign in from.",
  noWords: "No words yet. “Add to Dictionary” puts them here.",
  newWord: "New word",
  addWord: "Add",
  removeWord: "Take out {word}",

  // Administration
  dictionaries: "Dictionaries",
  dictionariesText:
    "What the spelling of all operators is checked by. English comes with Shopbell; other languages are added as a Hunspell pair, as LibreOffice and Firefox use them.",
  builtIn: "Comes with Shopbell",
  addedOn: "Added {date}",
  size: { one: "{count} character", other: "{count} characters" },
  addDictionary: "Add a dictionary",
  aff: "Rules (.aff)",
  dic: "Words (.dic)",
  tag: "Language",
  tagHint: "A language tag, such as de, fr or pt-BR.",
  tagWrong: "A language tag looks like de, fr or pt-BR.",
  chooseBoth: "Choose the .aff and the .dic of one dictionary.",
  notHunspell: "Hunspell cannot read these files. Choose the .aff and the .dic of one dictionary.",
  trying: "Trying it out…",
  removeDictionary: "Remove {language}",
  removeText: "Operators for whose language there is no other dictionary then have the browser’s own spell checking.",
  removeReally: "Really remove",
} as const satisfies Strings;
