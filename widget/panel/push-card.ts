import type { PushAs, PushResult } from "../../protocol/message.ts";
import { icon, make } from "./lent.ts";
import { safeUrl, shortUrl } from "./links.ts";
import { firstName } from "./names.ts";
import { link, picture } from "./rich-text.ts";
import type { PanelStrings } from "./strings.ts";

interface Push {
  url: string;
  as: PushAs;
  operator: string;
}

/** A page, picture or file that an operator shows: a card that can be clicked now and later. */
export function pushCard(
  { url, as, operator }: Push,
  strings: PanelStrings,
  report: (result: PushResult) => void,
): HTMLElement {
  const href = safeUrl(url);
  if (href === undefined) return make("div", { class: "push" }, url);
  // What was a page of this site may be another one's by now: the visitor has moved on.
  const opensHere = as === "page" && new URL(href).origin === location.origin;
  const action = opensHere ? strings.openedPage(firstName(operator)) : strings.open;
  const words = make("span", {}, make("b", {}, shortUrl(href, location.origin, as === "page")), `${action} →`);
  const card = link(href, icon("M4 5h16v14H4zM4 9h16"), words);
  card.className = "push";
  if (opensHere) card.removeAttribute("target");
  if (as === "image") {
    const image = picture(href, strings.picture);
    // The page's content security policy speaks up when it is what forbids the picture; otherwise it is broken.
    let result: PushResult = "failed";
    const listen = ({ blockedURI }: SecurityPolicyViolationEvent) => {
      if (blockedURI !== "" && href.startsWith(blockedURI)) result = "refused";
    };
    const tell = () => {
      document.removeEventListener("securitypolicyviolation", listen);
      report(result);
    };
    document.addEventListener("securitypolicyviolation", listen);
    image.onload = () => {
      result = "loaded";
      tell();
    };
    image.onerror = () => {
      image.remove();
      setTimeout(tell);
    };
    card.prepend(image);
  } else if (as !== "page") {
    const opened = ({ button }: MouseEvent) => button < 2 && report("opened"); // the wheel opens a tab
    card.addEventListener("click", opened);
    card.addEventListener("auxclick", opened);
  }
  return card;
}
