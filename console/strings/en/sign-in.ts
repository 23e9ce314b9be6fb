import type { Strings } from "../translation.ts";

export const signIn = {
  // Signing in
  title: "Sign in",
  ended: "You have been signed out. Sign in to go on where you were.",
  login: "Operator ID",
  password: "Password",
  submit: "Sign in",
  signingIn: "Signing in…",

  // Before the set-up
  neededTitle: "Shopbell is running. It has no owner yet.",
  neededText: "Open the set-up link that stands on the terminal where the server was started. It looks like this:",
  neededRestart: "The link works once. If it is gone, restart the server and it prints a new one.",

  // The set-up
  setUpTitle: "Set up Shopbell",
  setUpText: "You become the owner. Everything can be changed later.",
  you: "You",
  account: "Account",
  accountHint: "Your company's or shop's name, as colleagues see it.",
  loginHint: "You sign in with it.",
  name: "Screen name",
  nameHint: "What visitors and colleagues see.",
  site: "Your site",
  siteName: "Site name",
  origins: "Addresses",
  originsHint:
    "Where the widget may run, one per line, like https://www.example.com. You may leave this empty and add them later; the demo shop works at once.",
  create: "Make the account",
  creating: "One moment…",

  // What is missing
  missing: "Fill this in.",
  loginWrong: "Only letters, digits and . _ @ + -, without spaces, beginning with a letter or digit.",
  originWrong:
    "“{origin}” is not the address of a site. It must begin with https:// or http://, like https://www.example.com.",
  passwordShort: { one: "{count} more character", other: "{count} more characters" },
  passwordTooShort: "At least {least} characters.",
  passwordHint: "At least {least} characters. A few words in a row are good and easy to remember.",
  passwordWeak: "Easy to guess",
  passwordGood: "Good",
  passwordStrong: "Very good",
  showPassword: "Show the password",
  hidePassword: "Hide the password",

  // The tag
  tagTitle: "Add this tag to your site",
  tagText: "Put it before </body> on every page of {site}.",
  waitingTitle: "Waiting for your first visitor…",
  waitingText: "Open one of your pages with the tag, or the demo shop, in another window. This page notices by itself.",
  thereTitle: "There they are!",
  thereText: "Visitor {visitor} is looking at {page}.",
  demo: "Open the demo shop",
  toList: "Go to the visitors",
  later: "Later",

  // Joining
  joinTitle: "Join your colleagues",
  joinText: "Choose how you sign in and what visitors see.",
  join: "Join",
} as const satisfies Strings;
