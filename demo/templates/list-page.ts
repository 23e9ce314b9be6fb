import { productsOf, productsOnSale } from "../content/catalogue.ts";
import type { Category, Product } from "../content/product.ts";
import { html } from "../html.ts";
import { pictureLink } from "./page.ts";
import type { Page } from "./page.ts";
import { askCard, breadcrumb, productGrid } from "./parts.ts";

/** The list of one category. */
export function categoryPage(category: Category): Page {
  return listPage({ ...category, products: productsOf(category.path) });
}

/** The list of everything that costs less than before. */
export function salePage(): Page {
  return listPage({
    path: "/sale",
    title: "Autumn sale",
    intro: "The last of this year's colours. Same tents, same boots, same promise to mend them.",
    banner: "banner-sale",
    isDark: false,
    question: "Looking for something else?",
    products: productsOnSale,
  });
}

type List = {
  readonly path: string;
  readonly title: string;
  readonly intro: string;
  readonly banner: string;
  readonly isDark: boolean;
  readonly question: string;
  readonly products: readonly Product[];
};

function listPage(list: List): Page {
  return {
    path: list.path,
    title: list.title,
    description: list.intro,
    main: html`
      <div class="banner ${list.isDark ? "banner-dark" : ""}">
        <img class="banner-picture" src="${pictureLink(list.banner)}" alt="" width="1600" height="420" />
        <div class="wrap banner-text">
          <h1>${list.title}</h1>
          <p>${list.intro}</p>
        </div>
      </div>
      ${breadcrumb([], list.title)}
      <section class="wrap list" aria-labelledby="products">
        <h2 id="products" class="count">${list.products.length} products</h2>
        ${productGrid(list.products, askCard(list.question))}
      </section>
    `,
  };
}
