import { html } from "../html.ts";
import { link } from "./page.ts";
import type { Page } from "./page.ts";
import { breadcrumb, drawing } from "./parts.ts";

/** Who stands behind the counter. */
export function aboutPage(): Page {
  return {
    path: "/about",
    title: "Our story",
    description: "A shop on a quay, a workshop above it, and eleven people who sleep outside on purpose.",
    main: html`
      ${breadcrumb([], "Our story")}
      <div class="wrap about">
        <h1>Our story</h1>
        <p class="lead">A shop on a quay, a workshop above it, and eleven people who sleep outside on purpose.</p>
        <div class="frame">
          ${drawing(
            {
              file: "shop-house",
              alt: "The shop: a green wooden house with a red roof on the quay of Nordvik, mountains behind the bay",
            },
            { width: 1600, height: 720, isFirstOnPage: true },
          )}
        </div>
        <div class="help-row">
          <section class="prose">
            <h2>It began with a broken pole</h2>
            <p>
              In 1987 Marit Solheim mended a stranger's tent on the kitchen table. The stranger came back with three
              friends and their tents. By autumn the kitchen was a workshop, and by spring the workshop had a door with
              a bell on it.
            </p>
            <p>
              We still mend more than we sell. It is how we learn what breaks, and it is why there are only eleven
              things in this shop: each is the one that came back least.
            </p>
          </section>
          <section class="prose">
            <h2>The bell</h2>
            <p>
              When somebody walks in, we look up. When somebody is lost between two tents, we walk over and ask. When
              somebody wants to be left alone with the boots, we let them.
            </p>
            <p>
              We wanted the same for this site. That is the button at the foot of the page: behind it are Maya, Priya
              and Jonas, and they have slept in everything.
            </p>
          </section>
        </div>
        <ul class="figures">
          <li><strong>11</strong> things on sale</li>
          <li><strong>2,140</strong> tents mended</li>
          <li><strong>312</strong> nights outside last year</li>
        </ul>
        <p><a class="more" href="${link("/returns")}">How repairs work</a></p>
      </div>
    `,
  };
}
