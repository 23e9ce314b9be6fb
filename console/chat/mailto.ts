/** What a mail program may be handed; longer addresses are cut by some. */
const MOST_QUOTED = 1_200;

/**
 * A `mailto:` link that answers a message, quoting it. Everything is encoded, so that an address such as
 * `a@b.example?bcc=c@d.example` is one (wrong) address and adds no recipient.
 */
export function mailto(email: string, subject: string, text: string): string {
  const cut = text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED).toWellFormed()}…` : text.toWellFormed();
  const quoted = cut
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\r\n");
  const address = encodeURIComponent(email.toWellFormed()).replaceAll("%40", "@");
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`\r\n\r\n${quoted}`)}`;
}
