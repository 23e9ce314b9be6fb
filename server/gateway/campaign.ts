/** What shops' advertisements write into addresses, and how much of it is kept. */
const NAMES = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "gclid", "msclkid", "fbclid"];
const MOST_EACH = 80;
const MOST = 300;

/** What the address of a visit's first page says of a campaign, as `utm_source=news&utm_campaign=spring`; undefined when nothing. */
export function campaignOf(url: string): string | undefined {
  if (!/[?&](?:utm_|gclid|msclkid|fbclid)/.test(url)) return undefined; // most have none, and are not taken apart for it
  const given = URL.parse(url)?.searchParams;
  const kept = NAMES.flatMap((name) => {
    const value = given?.get(name)?.trim().slice(0, MOST_EACH);
    return value ? [`${name}=${value.replaceAll("&", " ")}`] : [];
  });
  // Cut at a whole word, so that it can be taken apart again.
  while (kept.join("&").length > MOST) kept.pop();
  return kept.length === 0 ? undefined : kept.join("&");
}
