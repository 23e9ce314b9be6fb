import { articles } from "./content/articles.ts";
import { categories, products } from "./content/catalogue.ts";
import { aboutPage } from "./templates/about-page.ts";
import { articlePage, journalPage } from "./templates/article-pages.ts";
import { cartPage, shippingStepPage, thanksPage } from "./templates/cart-pages.ts";
import { returnsPage, shippingPage, sizingPage } from "./templates/help-pages.ts";
import { homePage } from "./templates/home-page.ts";
import { categoryPage, salePage } from "./templates/list-page.ts";
import type { Page } from "./templates/page.ts";
import { productPage } from "./templates/product-page.ts";

const all: readonly Page[] = [
  homePage(),
  ...categories.map((category) => categoryPage(category)),
  ...products.map((product) => productPage(product)),
  salePage(),
  cartPage(),
  shippingStepPage(),
  thanksPage(),
  sizingPage(),
  shippingPage(),
  returnsPage(),
  aboutPage(),
  journalPage(),
  ...articles.map((article) => articlePage(article)),
];

/** Every page of the shop by its address below /demo. They hold no state, so they are made once. */
export const pages: ReadonlyMap<string, Page> = new Map(all.map((page) => [page.path, page]));
