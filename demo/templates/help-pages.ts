import { bootSizeTable, deliveryTable, jacketSizeTable } from "../content/help.ts";
import type { Table } from "../content/help.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { fileLink, link } from "./page.ts";
import type { Page } from "./page.ts";
import { breadcrumb, drawing } from "./parts.ts";

/** How to measure, and what the numbers mean; also as a PDF. */
export function sizingPage(): Page {
  return {
    path: "/sizing",
    title: "Size guide",
    description: "How to measure your feet, and which jacket fits.",
    main: html`
      ${breadcrumb([], "Size guide")}
      <div class="wrap help">
        <h1>Size guide</h1>
        <p class="lead">Five minutes with a sheet of paper and a pencil save a parcel in each direction.</p>
        <div class="help-row">
          <section class="prose">
            <h2>Measure your feet</h2>
            <ol>
              <li>Do it in the evening, in the socks you will walk in.</li>
              <li>Put a sheet of paper against a wall and stand on it with your heel touching the wall.</li>
              <li>Mark the longest toe with an upright pencil and measure from the wall to the mark.</li>
              <li>Measure both feet and take the longer one. Between two sizes, take the larger.</li>
            </ol>
            <p><a class="button" href="${fileLink("size-guide.pdf")}">Size guide to print (PDF)</a></p>
          </section>
          <div class="frame">
            ${drawing(
              {
                file: "measure-foot",
                alt: "A foot on a sheet of paper with its heel at the wall; a dashed line marks the longest toe",
              },
              { width: 800, height: 560, isFirstOnPage: true },
            )}
          </div>
        </div>
        <div class="help-row">${dataTable(bootSizeTable)} ${dataTable(jacketSizeTable)}</div>
        ${askLine("Between two sizes, or wide in front and narrow at the heel?")}
      </div>
    `,
  };
}

/** Sending things back, and having them mended. */
export function returnsPage(): Page {
  return {
    path: "/returns",
    title: "Returns",
    description: "60 days to send it back, and repairs for as long as you own it.",
    main: html`
      ${breadcrumb([], "Returns")}
      <div class="wrap help">
        <h1>Returns and repairs</h1>
        <p class="lead">
          You have 60 days. Walk in it, sleep in it, rain on it: you cannot know a tent in a living room.
        </p>
        <div class="help-row">
          <section class="prose">
            <h2>Sending it back</h2>
            <ol>
              <li>Tell us in the chat or put a note in the parcel. One word is enough.</li>
              <li>Use the label that came with it. The way back is free from everywhere we send to.</li>
              <li>Your money leaves us on the day the parcel arrives, and is with you two or three days later.</li>
            </ol>
            <h2>Changing a size</h2>
            <p>Ask for the other size first: we put it aside, and send it before yours is back.</p>
          </section>
          <section class="prose">
            <h2>Having it mended</h2>
            <p>
              Broken poles, torn cloth, worn soles, stuck zips: our workshop above the shop mends what we sold, whoever
              owns it now. Poles and zips cost nothing. A new sole is €65, a patch is €12.
            </p>
            <h2>What we cannot take back</h2>
            <p>Opened gas, and socks. Everything else, truly.</p>
          </section>
        </div>
        ${askLine("Something broken on the way? Send us a picture in the chat.")}
      </div>
    `,
  };
}

/** What delivery costs and how long it takes. */
export function shippingPage(): Page {
  return {
    path: "/shipping",
    title: "Shipping",
    description: "What delivery costs, and how long it takes to where you are.",
    main: html`
      ${breadcrumb([], "Shipping")}
      <div class="wrap help">
        <h1>Shipping</h1>
        <p class="lead">Ordered before 14:00, packed the same day, in paper.</p>
        <div class="help-row">
          ${dataTable(deliveryTable)}
          <section class="prose">
            <h2>Good to know</h2>
            <p>
              Over €80, standard delivery is free. You get a link to follow the parcel as soon as it leaves Nordvik.
            </p>
            <p>
              Gas travels by road only: with a canister in it, a parcel takes a day longer and cannot go by express.
            </p>
            <p>Not at home? Leave it with a neighbour, or <a href="${link("/returns")}">send it back</a> unopened.</p>
          </section>
        </div>
        ${askLine("Is your country missing, or is it urgent?")}
      </div>
    `,
  };
}

function askLine(question: string): Html {
  return html`<p class="callout"><strong>${question}</strong> Ask us in the chat at the foot of this page.</p>`;
}

function dataTable(table: Table): Html {
  return html`<section>
    <h2 id="${table.id}">${table.title}</h2>
    <table class="specs" aria-labelledby="${table.id}">
      <thead>
        <tr>
          ${table.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          ([first, ...others]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${others.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
