import type { Picture, Product } from "../content/product.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { link, money, pictureLink } from "./page.ts";

/** A drawing with its size, so that the page does not jump when it arrives. */
export function drawing(picture: Picture, size: { width: number; height: number; isFirstOnPage?: boolean }): Html {
  return html`<img
    src="${pictureLink(picture.file)}"
    alt="${picture.alt}"
    width="${size.width}"
    height="${size.height}"
    loading="${size.isFirstOnPage ? "eager" : "lazy"}"
    decoding="async"
  />`;
}

/** The way back: every page above this one, then this one without a link. */
export function breadcrumb(above: readonly { path: string; name: string }[], here: string): Html {
  return html`<nav class="crumbs wrap" aria-label="Breadcrumb">
    <ol>
      <li><a href="${link("/")}">Home</a></li>
      ${above.map((step) => html`<li><a href="${link(step.path)}">${step.name}</a></li>`)}
      <li aria-current="page">${here}</li>
    </ol>
  </nav>`;
}

/** A price, with the one before the sale beside it. */
export function price(product: Product): Html {
  if (product.wasCents === undefined) return html`<span class="price">${money(product.priceCents)}</span>`;
  return html`<span class="price price-sale"
    ><span class="unseen">Now </span>${money(product.priceCents)}
    <s><span class="unseen">was </span>${money(product.wasCents)}</s></span
  >`;
}

/** Products side by side. The heading level of the cards follows the page's own headings. */
export function productGrid(products: readonly Product[], closing?: Html): Html {
  return html`<ul class="grid">
    ${products.map((product) => html`<li>${productCard(product)}</li>`)} ${closing}
  </ul>`;
}

function productCard(product: Product): Html {
  return html`<article class="card">
    <div class="card-picture">
      ${drawing({ ...product.picture, alt: "" }, { width: 800, height: 640 })}
      ${product.wasCents === undefined ? undefined : html`<span class="flag">Sale</span>`}
    </div>
    <div class="card-line">
      <h3><a href="${link(product.path)}">${product.name}</a></h3>
      ${price(product)}
    </div>
    <p>${product.tagline}</p>
  </article>`;
}

/** The closing card of a list, which points at the chat. */
export function askCard(question: string): Html {
  return html`<li class="ask">
    <img src="${pictureLink("icon-chat")}" alt="" width="40" height="40" />
    <h3>${question}</h3>
    <p>Ask us. The button at the foot of the page reaches somebody who has carried, worn or slept in it.</p>
  </li>`;
}
