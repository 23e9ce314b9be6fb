/** A campaign's parts as they were in the address: `utm_source` and its value. */
export function campaignParts(campaign = ""): { name: string; value: string }[] {
  return campaign.split("&").flatMap((part) => {
    const cut = part.indexOf("=");
    return cut < 0 ? [] : [{ name: part.slice(0, cut), value: part.slice(cut + 1) }];
  });
}

/** A campaign in a few words: where it was and what it is called. */
export function campaignText(campaign: string | undefined): string | undefined {
  const parts = campaignParts(campaign);
  const named = (name: string) => parts.find((part) => part.name === name)?.value;
  const words = [named("utm_source"), named("utm_campaign")].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(" · ") : parts[0]?.name;
}
