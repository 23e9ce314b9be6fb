import { articles } from "../content/articles.ts";
import type { Article } from "../content/articles.ts";
import { productAt } from "../content/catalogue.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import { link } from "./page.ts";
import type { Page } from "./page.ts";
import { breadcrumb, drawing, productGrid } from "./parts.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** All stories. */
export function journalPage(): Page {
  return {
    path: "/blog",
    title: "Journal",
    description: "Short pieces about sleeping, walking and cooking outside.",
    main: html`
      ${breadcrumb([], "Journal")}
      <div class="wrap">
        <h1>Journal</h1>
        <p class="lead">Short pieces about sleeping, walking and cooking outside.</p>
        <h2 class="unseen">All stories</h2>
        <ul class="stories">
          ${articles.map((article) => html`<li>${articleTeaser(article)}</li>`)}
        </ul>
      </div>
    `,
  };
}

/** One story. */
export function articlePage(article: Article): Page {
  return {
    path: article.path,
    title: article.title,
    description: article.teaser,
    main: html`
      ${breadcrumb([{ path: "/blog", name: "Journal" }], article.title)}
      <article class="wrap article">
        <header>
          <h1>${article.title}</h1>
          <p class="lead">${article.teaser}</p>
          <p class="quiet">
            ${article.author} ·
            <time datetime="${article.published}">${dayFormat.format(new Date(article.published))}</time> ·
            ${article.minutesToRead} minutes
          </p>
        </header>
        <div class="frame">${drawing(article.picture, { width: 1200, height: 640, isFirstOnPage: true })}</div>
        <div class="prose">${article.sections.map((section) => sectionOf(section))}</div>
      </article>
      <section class="wrap band">
        <h2>Spoken of</h2>
        ${productGrid(article.products.map((path) => productAt(path)))}
      </section>
    `,
  };
}

/** A story in a row of stories. */
export function articleTeaser(article: Article): Html {
  return html`<article class="card card-wide">
    <div class="card-picture">${drawing({ ...article.picture, alt: "" }, { width: 1200, height: 640 })}</div>
    <h3><a href="${link(article.path)}">${article.title}</a></h3>
    <p>${article.teaser}</p>
  </article>`;
}

function sectionOf(section: Article["sections"][number]): Html {
  return html`<section>
    <h2>${section.heading}</h2>
    ${section.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
  </section>`;
}
