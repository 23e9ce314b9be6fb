import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { link, pictureLink } from "./page.ts";
import type { Page } from "./page.ts";
import { breadcrumb } from "./parts.ts";

/** The cart. It lives in the visitor's browser: assets/shop.js fills in the template. */
export function cartPage(): Page {
  return {
    path: "/cart",
    title: "Your cart",
    description: "What you have put in your cart.",
    main: html`
      ${breadcrumb([], "Your cart")}
      <div class="wrap cart" data-cart>
        <h1 tabindex="-1">Your cart</h1>
        <p class="unseen" role="status" data-cart-answer></p>
        ${withoutScripts()}
        <div class="cart-empty" data-cart-empty>
          <img src="${pictureLink("daybreak-22")}" alt="" width="800" height="640" />
          <p>There is nothing in it yet.</p>
          <p><a class="button" href="${link("/tents")}">See the tents</a></p>
        </div>
        <div class="cart-full" data-cart-full hidden>
          <ul class="lines" data-cart-lines></ul>
          <aside class="sum" aria-labelledby="sum">
            <h2 id="sum">Together</h2>
            ${totals()}
            <a class="button button-wide" href="${link("/checkout/shipping")}">Go on to shipping</a>
            <p class="quiet">Unsure about a size? Ask in the chat before you order.</p>
          </aside>
        </div>
        <template data-cart-line>
          <li class="line">
            <img data-line="picture" alt="" width="800" height="640" />
            <div class="line-name"><a data-line="name"></a><span class="quiet" data-line="size"></span></div>
            <label class="line-quantity"
              ><span class="unseen">Quantity</span>
              <input data-line="quantity" type="number" min="1" max="9" inputmode="numeric" />
            </label>
            <span class="line-price" data-line="price"></span>
            <button class="line-remove" type="button" data-line="remove">Remove</button>
          </li>
        </template>
      </div>
    `,
  };
}

/** The one step of the checkout that asks something. The address fields have no names, so nothing typed here is sent. */
export function shippingStepPage(): Page {
  return {
    path: "/checkout/shipping",
    title: "Shipping options",
    description: "Where your order goes, and how fast.",
    main: html`
      ${breadcrumb([{ path: "/cart", name: "Your cart" }], "Shipping options")}
      <div class="wrap checkout" data-checkout>
        <div>
          <h1>Shipping options</h1>
          <ol class="steps">
            <li><a href="${link("/cart")}">Cart</a></li>
            <li aria-current="step">Shipping</li>
            <li>Done</li>
          </ol>
          <form class="address" action="${link("/checkout/thanks")}" method="get">
            <fieldset>
              <legend>Where to?</legend>
              <div class="fields">
                ${textField("full-name", "Name", "name", "field-wide")}
                ${textField("street", "Street and number", "street-address", "field-wide")}
                ${textField("postcode", "Postcode", "postal-code", "field-third")}
                ${textField("town", "Town", "address-level2", "")}
                <div class="field field-wide">
                  <label for="country">Country</label>
                  <select id="country" autocomplete="country-name">
                    <option>Austria</option>
                    <option selected>Germany</option>
                    <option>Netherlands</option>
                    <option>Norway</option>
                    <option>Sweden</option>
                    <option>Switzerland</option>
                  </select>
                </div>
              </div>
            </fieldset>
            <fieldset>
              <legend>How fast?</legend>
              ${deliveryChoice("standard", "Standard", "2 to 4 days; Austria and Switzerland 5 to 7 days", "€6.90, free over €80", true)}
              ${deliveryChoice("express", "Express", "Tomorrow or the day after, if ordered before 14:00", "€14.90", false)}
              ${deliveryChoice("pickup", "Pick up", "At the shop in Nordvik, from today", "Free", false)}
            </fieldset>
            <p class="quiet">This is a made-up shop: what you type stays on this page, and no order is placed.</p>
            <button class="button" type="submit">Place the order</button>
          </form>
        </div>
        <aside class="sum" aria-labelledby="sum">
          <h2 id="sum">Your order</h2>
          ${withoutScripts()}
          <ul class="short-lines" data-cart-short></ul>
          <template data-cart-short-line>
            <li><span data-line="name"></span> <span data-line="price"></span></li>
          </template>
          ${totals()}
        </aside>
      </div>
    `,
  };
}

/** The end of the way through the shop; it empties the cart. */
export function thanksPage(): Page {
  return {
    path: "/checkout/thanks",
    title: "Thank you",
    description: "The end of the way through the shop.",
    main: html`
      ${breadcrumb([], "Thank you")}
      <div class="wrap thanks" data-cart-clear>
        <div class="frame"><img src="${pictureLink("fjell-4p")}" alt="" width="800" height="640" /></div>
        <div>
          <h1>Thank you, and sleep well</h1>
          <p class="lead">In a real shop, your parcel would be on its way now.</p>
          <p>Nothing was ordered and nothing was charged: Northwind is made up. Thank you for walking through it.</p>
          <p><a class="button" href="${link("/")}">Back to the front door</a></p>
        </div>
      </div>
    `,
  };
}

function totals(): Html {
  return html`<dl class="totals">
    <div>
      <dt>Goods</dt>
      <dd data-total="goods">€0</dd>
    </div>
    <div>
      <dt>Delivery</dt>
      <dd data-total="delivery">Free</dd>
    </div>
    <div class="totals-all">
      <dt>Total</dt>
      <dd data-total="all">€0</dd>
    </div>
  </dl>`;
}

function withoutScripts(): Html {
  return html`<noscript
    ><p class="callout">
      The cart is kept by a small script in your browser, and scripts are off. Everything else works.
    </p></noscript
  >`;
}

function textField(id: string, label: string, autocomplete: string, width: string): Html {
  return html`<div class="field ${width}">
    <label for="${id}">${label}</label>
    <input id="${id}" type="text" autocomplete="${autocomplete}" />
  </div>`;
}

function deliveryChoice(value: string, name: string, time: string, cost: string, isChosen: boolean): Html {
  return html`<label class="choice">
    <input type="radio" name="delivery" value="${value}" ${isChosen ? html`checked` : undefined} />
    <span class="choice-text"><strong>${name}</strong> <span class="quiet">${time}</span></span>
    <span class="choice-cost">${cost}</span>
  </label>`;
}
