import { categories, productAt } from "../content/catalogue.ts";
import type { Product } from "../content/product.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { fileLink, link, pictureLink } from "./page.ts";
import type { Page } from "./page.ts";
import { breadcrumb, drawing, price, productGrid } from "./parts.ts";

/** The page of one product. */
export function productPage(product: Product): Page {
  const category = categories.find(({ path }) => path === product.category);
  return {
    path: product.path,
    title: product.title,
    description: `${product.title}: ${product.tagline}`,
    main: html`
      ${breadcrumb(category ? [category] : [], product.name)}
      <div class="wrap product">
        <div class="product-pictures">
          <div class="frame">${drawing(product.picture, { width: 800, height: 640, isFirstOnPage: true })}</div>
          ${closeUp(product)}
        </div>
        <div class="product-buy">
          <h1>${product.title}</h1>
          <p class="lead">${product.tagline}</p>
          <p class="product-price">${price(product)} <span class="quiet">tax included</span></p>
          ${buyForm(product)}
          <p class="stock">${product.stock}</p>
          <ul class="ticks">
            ${product.highlights.map((highlight) => html`<li>${highlight}</li>`)}
          </ul>
          <p class="promise">
            <img src="${pictureLink("icon-delivery")}" alt="" width="26" height="26" />
            <span>With you in 2 to 4 days. <a href="${link("/shipping")}">Shipping</a></span>
          </p>
          <p class="promise">
            <img src="${pictureLink("icon-returns")}" alt="" width="26" height="26" />
            <span>60 days to send it back, for nothing. <a href="${link("/returns")}">Returns</a></span>
          </p>
        </div>
      </div>
      <div class="wrap product-more">
        <section class="prose">
          <h2>Why we made it</h2>
          ${product.story.map((paragraph) => html`<p>${paragraph}</p>`)}
        </section>
        ${specs(product)}
      </div>
      <section class="wrap band">
        <h2>Goes well with it</h2>
        ${productGrid(product.related.map((path) => productAt(path)))}
      </section>
    `,
  };
}

/** The form leads to the cart even without scripts; with them the product is put in and the visitor stays. */
function buyForm(product: Product): Html {
  return html`<form
    class="buy"
    action="${link("/cart")}"
    method="get"
    data-add-to-cart
    data-path="${link(product.path)}"
    data-name="${product.title}"
    data-picture="${pictureLink(product.picture.file)}"
    data-price-cents="${product.priceCents}"
  >
    ${product.sizes ? sizeField(product.sizes, product.category === "/packs") : undefined}
    <div class="field field-small">
      <label for="quantity">Quantity</label>
      <input id="quantity" name="quantity" type="number" min="1" max="9" value="1" inputmode="numeric" />
    </div>
    <button class="button" type="submit">Add to cart</button>
    <p class="buy-answer" role="status" data-cart-answer></p>
  </form>`;
}

function sizeField(sizes: readonly string[], isBackLength: boolean): Html {
  return html`<div class="field">
    <label for="size">${isBackLength ? "Back length" : "Size"}</label>
    <select id="size" name="size">
      ${sizes.map((size, index) => sizeOption(size, index === Math.floor(sizes.length / 2)))}
    </select>
    ${isBackLength ? undefined : html`<a class="field-help" href="${link("/sizing")}">Size guide</a>`}
  </div>`;
}

function sizeOption(size: string, isSelected: boolean): Html {
  return html`<option value="${size}" ${isSelected ? html`selected` : undefined}>${size}</option>`;
}

function closeUp(product: Product): Html | undefined {
  const picture = product.closeUp;
  if (!picture) return undefined;
  return html`<figure class="close-up">
    ${drawing(picture, { width: 900, height: 640 })}
    <figcaption>${picture.caption} · <a href="${fileLink(picture.download)}">open as a picture</a></figcaption>
  </figure>`;
}

function specs(product: Product): Html {
  return html`<section>
    <h2 id="specs">In numbers</h2>
    <table class="specs" aria-labelledby="specs">
      <tbody>
        ${product.specs.map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
