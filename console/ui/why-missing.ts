/** Why a part of the console did not come: no word from the server, a server with another console by now, or neither of them. */
export type Missing = "unreachable" | "outdated" | "failed";

/** Asks for the console's page, and sees whether it is still the one that this window shows. */
export async function whyMissing(): Promise<Missing> {
  const own = document.querySelector("script[type=module][src]")?.getAttribute("src") ?? "";
  try {
    const page = await fetch(location.pathname, { cache: "no-store" });
    if (!page.ok) return "unreachable";
    return (await page.text()).includes(own) ? "failed" : "outdated";
  } catch {
    return "unreachable";
  }
}
