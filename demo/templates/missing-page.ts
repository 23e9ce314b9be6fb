import { html } from "../html.ts";
import { link, pictureLink } from "./page.ts";
import type { Page } from "./page.ts";

/** What stands at an address where there is nothing. */
export function missingPage(path: string): Page {
  return {
    path,
    title: "Page not found",
    description: "There is no page at this address.",
    main: html`
      <div class="lost">
        <img class="lost-picture" src="${pictureLink("lost")}" alt="" width="1200" height="520" />
        <div class="wrap lost-text">
          <h1>The path ends here</h1>
          <p class="lead">There is no page at this address. The fog is thick today.</p>
          <p class="hero-actions">
            <a class="button" href="${link("/")}">Back to the front door</a>
            <a class="button button-plain" href="${link("/tents")}">All tents</a>
          </p>
        </div>
      </div>
    `,
  };
}
