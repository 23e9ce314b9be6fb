import { html } from "../html.ts";
import { styleSheetLinks } from "./layout.ts";
import { link, pictureLink } from "./page.ts";

/** What stands at every address while there is no site yet whose chat the shop could carry: without the shop's menu, as no page can be reached. */
export function closedPage(): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>The shop opens soon – Northwind Outdoor</title>
        <meta name="theme-color" content="#1f4037" />
        <link rel="icon" href="${pictureLink("favicon")}" type="image/svg+xml" />
        ${styleSheetLinks()}
      </head>
      <body>
        <main>
          <div class="lost">
            <img class="lost-picture" src="${pictureLink("lost")}" alt="" width="1200" height="520" />
            <div class="wrap lost-text">
              <h1>The shop opens soon</h1>
              <p class="lead">
                This demo shop needs a chat, and the chat needs its owner: please finish the set-up first. The link to
                it stands on the terminal where the server was started.
              </p>
              <p class="hero-actions"><a class="button" href="${link("/")}">Is it open now?</a></p>
            </div>
          </div>
        </main>
      </body>
    </html> `.markup;
}
