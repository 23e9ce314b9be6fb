import { categories } from "../content/catalogue.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { link, pictureLink } from "./page.ts";
import type { Page } from "./page.ts";

/** Where the chat comes from and whose it is. */
export type Chat = {
  readonly widgetUrl: string;
  readonly siteKey: string;
};

/** Every page takes all of them: together they are small, and after the first page they are in the cache. */
const styleSheets = ["shop", "home", "products", "cart", "reading"] as const;

/** Puts the shop's frame around a page: head, menu, foot and the chat's script tag, the plain one: the shop's policy allows no script in its pages' text. */
export function layout(page: Page, chat: Chat): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} – Northwind Outdoor</title>
        <meta name="description" content="${page.description}" />
        <meta name="theme-color" content="#1f4037" />
        <link rel="icon" href="${pictureLink("favicon")}" type="image/svg+xml" />
        ${styleSheetLinks()}
        <script type="module" src="${link("/assets/shop.js")}"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        ${header(page.path)}
        <main id="main" tabindex="-1">${page.main}</main>
        ${footer()}
        <script src="${chat.widgetUrl}" data-site="${chat.siteKey}" async></script>
      </body>
    </html> `;
}

/** The links of the shop's style sheets, for a page's head. */
export function styleSheetLinks(): readonly Html[] {
  return styleSheets.map((sheet) => html`<link rel="stylesheet" href="${link(`/assets/${sheet}.css`)}" />`);
}

function header(path: string): Html {
  return html`<header class="top">
    <p class="notice">Free delivery over €80 <span class="notice-more">· 60 days to change your mind</span></p>
    <div class="top-row wrap">
      <a class="brand" href="${link("/")}">
        <img src="${pictureLink("mark")}" alt="" width="40" height="40" />
        <span>Northwind <span class="brand-more">Outdoor</span></span>
      </a>
      <nav class="menu" aria-label="Shop">
        <ul>
          ${categories.map((category) => menuItem(category.path, category.name, path))}
          ${menuItem("/sale", "Sale", path)} ${menuItem("/blog", "Journal", path)}
        </ul>
      </nav>
      <a class="cart-link" href="${link("/cart")}" ${current("/cart", path)}>
        <img src="${pictureLink("icon-cart")}" alt="" width="22" height="22" />
        Cart <span class="cart-count" data-cart-count hidden></span>
      </a>
    </div>
  </header>`;
}

function menuItem(target: string, name: string, path: string): Html {
  return html`<li><a href="${link(target)}" ${current(target, path)}>${name}</a></li>`;
}

/** Marks the menu entry of the page, or of the section the page belongs to. */
function current(target: string, path: string): Html | undefined {
  if (target === path) return html`aria-current="page"`;
  return path.startsWith(`${target}/`) ? html`aria-current="true"` : undefined;
}

function footer(): Html {
  return html`<footer class="foot">
    <div class="wrap foot-columns">
      <div class="foot-about">
        <p class="foot-name">Northwind Outdoor</p>
        <p>Tents, boots and warm things since 1987. Harbour Street 12, Nordvik. Open Monday to Saturday, 9 to 18.</p>
      </div>
      <nav aria-label="Products">
        <h2>Products</h2>
        <ul>
          ${categories.map((category) => html`<li><a href="${link(category.path)}">${category.name}</a></li>`)}
          <li><a href="${link("/sale")}">Autumn sale</a></li>
        </ul>
      </nav>
      <nav aria-label="Help">
        <h2>Help</h2>
        <ul>
          <li><a href="${link("/sizing")}">Size guide</a></li>
          <li><a href="${link("/shipping")}">Shipping</a></li>
          <li><a href="${link("/returns")}">Returns and repairs</a></li>
        </ul>
      </nav>
      <nav aria-label="About Northwind">
        <h2>Northwind</h2>
        <ul>
          <li><a href="${link("/about")}">Our story</a></li>
          <li><a href="${link("/blog")}">Journal</a></li>
        </ul>
      </nav>
    </div>
    <p class="wrap foot-note">
      Northwind Outdoor is a made-up shop that shows what Shopbell does. Nothing here can be bought, but somebody may
      well answer the chat.
    </p>
  </footer>`;
}
