import { articles } from "../content/articles.ts";
import { categories, productAt, productsOf } from "../content/catalogue.ts";
import type { Category } from "../content/product.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { articleTeaser } from "./article-pages.ts";
import { link, pictureLink } from "./page.ts";
import type { Page } from "./page.ts";
import { drawing, productGrid } from "./parts.ts";

const favourites = ["/tents/ridge-2p", "/boots/alta-gtx", "/jackets/nimbus"] as const;

/** The front door. */
export function homePage(): Page {
  return {
    path: "/",
    title: "Home",
    description: "Northwind Outdoor: tents, boots, packs and warm things for slow mornings in high places.",
    main: html`
      <section class="hero">
        <img class="hero-picture" src="${pictureLink("hero-dawn")}" alt="" width="1600" height="900" />
        <div class="wrap hero-text">
          <h1>For slow mornings in high places</h1>
          <p>Tents, boots and warm things, made to be mended. Chosen by people who sleep outside on purpose.</p>
          <p class="hero-actions">
            <a class="button" href="${link("/tents")}">See the tents</a>
            <a class="button button-plain" href="${link("/sale")}">Autumn sale</a>
          </p>
        </div>
      </section>
      ${promises()}
      <section class="wrap band">
        <h2>What are you looking for?</h2>
        <ul class="tiles">
          ${categories.map((category) => tile(category))}
        </ul>
      </section>
      <section class="wrap band">
        <h2>What we carry ourselves</h2>
        ${productGrid(favourites.map((path) => productAt(path)))}
      </section>
      <section class="story">
        <div class="wrap story-row">
          <div class="frame">
            ${drawing(
              {
                file: "shop-house",
                alt: "A green wooden shop with a red roof on a quay, a sailing boat and mountains behind",
              },
              { width: 1600, height: 720 },
            )}
          </div>
          <div>
            <h2>A shop with a bell on its door</h2>
            <p>
              Since 1987 somebody has looked up whenever that bell rang. On this site it is the chat: a person in
              Nordvik, no script, no waiting music.
            </p>
            <p><a class="more" href="${link("/about")}">Our story</a></p>
          </div>
        </div>
      </section>
      <section class="wrap band">
        <h2>From the journal</h2>
        <ul class="stories">
          ${articles.map((article) => html`<li>${articleTeaser(article)}</li>`)}
        </ul>
      </section>
    `,
  };
}

function promises(): Html {
  return html`<section class="promises" aria-label="What we promise">
    <ul class="wrap">
      ${promise("icon-delivery", "Free delivery over €80", "With you in 2 to 4 days")}
      ${promise("icon-returns", "60 days to return", "Worn outside? Also fine")}
      ${promise("icon-repair", "Mended for life", "In our own workshop")}
      ${promise("icon-chat", "People who know", "Ask them in the chat")}
    </ul>
  </section>`;
}

function promise(icon: string, title: string, text: string): Html {
  return html`<li>
    <img src="${pictureLink(icon)}" alt="" width="34" height="34" />
    <span><strong>${title}</strong> ${text}</span>
  </li>`;
}

function tile(category: Category): Html {
  const [first] = productsOf(category.path).toReversed();
  return html`<li class="tile">
    ${first ? drawing({ ...first.picture, alt: "" }, { width: 800, height: 640 }) : undefined}
    <a href="${link(category.path)}"><span>${category.name}</span></a>
  </li>`;
}
