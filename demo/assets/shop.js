// The cart of the demo shop. It is kept in this browser and drawn with DOM calls only, so that the shop works under a strict
// content security policy. Without this script every page can still be read.

/**
 * @typedef {{ path: string, name: string, size: string, picture: string, priceCents: number, quantity: number }} Line
 */

const storageKey = "northwind-cart";
const mostOfOne = 9;
const freeDeliveryFromCents = 8000;
const deliveryCents = new Map([
  ["standard", 690],
  ["express", 1490],
  ["pickup", 0],
]);
const euro = new Intl.NumberFormat("en-IE", {
  style: "currency",
  currency: "EUR",
  trailingZeroDisplay: "stripIfInteger",
});

/** @type {Line[]} */
let lines = readLines();

drawAll();
for (const form of document.querySelectorAll("form[data-add-to-cart]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    addFrom(form);
  });
}
document.querySelector(".address")?.addEventListener("change", drawCheckout);
if (document.querySelector("[data-cart-clear]")) keep([]);

// Another tab changed the cart, or the browser brought back a page from before a change.
addEventListener("storage", (event) => {
  if (event.key === storageKey) reload();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) reload();
});

function reload() {
  lines = readLines();
  drawAll();
}

/** @returns {Line[]} What was kept, without anything that is not a line of ours. */
function readLines() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isLine) : [];
  } catch {
    // Storage is forbidden, or holds something else: the cart then starts empty and lasts as long as the page.
    return [];
  }
}

/** Only addresses of this shop are taken, because they become links. */
function isLine(value) {
  return (
    typeof value === "object" &&
    value !== null &&
    [value.path, value.picture].every((address) => typeof address === "string" && address.startsWith("/demo/")) &&
    [value.name, value.size].every((text) => typeof text === "string") &&
    [value.priceCents, value.quantity].every((count) => Number.isInteger(count) && count > 0)
  );
}

/** @param {Line[]} next */
function keep(next) {
  lines = next;
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // See readLines.
  }
  drawAll();
}

/** @param {HTMLFormElement} form */
function addFrom(form) {
  const { path = "", name = "", picture = "", priceCents } = form.dataset;
  const size = form.elements.namedItem("size")?.value ?? "";
  const wanted = clampQuantity(form.elements.namedItem("quantity").value);
  const before = lines.find((line) => line.path === path && line.size === size);
  const quantity = clampQuantity((before?.quantity ?? 0) + wanted);
  const line = { path, name, size, picture, priceCents: Number(priceCents), quantity };
  keep(before ? lines.map((other) => (other === before ? line : other)) : [...lines, line]);

  const cart = document.createElement("a");
  cart.href = "/demo/cart";
  cart.textContent = "Go to the cart";
  const added =
    before && before.quantity + wanted > mostOfOne ? `${mostOfOne} of these is the most.` : `${name} is in your cart.`;
  form.querySelector("[data-cart-answer]")?.replaceChildren(`${added} `, cart);
}

function clampQuantity(value) {
  const count = Math.round(Number(value));
  return Number.isFinite(count) ? Math.min(mostOfOne, Math.max(1, count)) : 1;
}

function drawAll() {
  const count = lines.reduce((sum, line) => sum + line.quantity, 0);
  for (const badge of document.querySelectorAll("[data-cart-count]")) {
    badge.textContent = String(count);
    badge.hidden = count === 0;
  }
  drawCart(count);
  drawCheckout();
}

/** @param {number} count */
function drawCart(count) {
  const cart = document.querySelector("[data-cart]");
  if (!cart) return;
  cart.querySelector("[data-cart-empty]").hidden = count > 0;
  cart.querySelector("[data-cart-full]").hidden = count === 0;
  document.title = document.title.replace(/^Your cart( \(\d+\))?/, count > 0 ? `Your cart (${count})` : "Your cart");
  const template = cart.querySelector("[data-cart-line]");
  cart.querySelector("[data-cart-lines]").replaceChildren(...lines.map((line) => cartLine(template, line)));
  drawTotals(cart, "standard");
}

/** @param {HTMLTemplateElement} template @param {Line} line */
function cartLine(template, line) {
  const row = template.content.cloneNode(true);
  const part = (name) => row.querySelector(`[data-line="${name}"]`);
  part("picture").src = line.picture;
  part("name").href = line.path;
  part("name").textContent = line.name;
  part("size").textContent = line.size && `Size: ${line.size}`;
  part("price").textContent = money(line.priceCents * line.quantity);
  part("quantity").value = String(line.quantity);
  part("quantity").setAttribute("aria-label", `Quantity of ${line.name}`);
  part("quantity").addEventListener("change", (event) => {
    const index = lines.indexOf(line);
    keep(lines.with(index, { ...line, quantity: clampQuantity(event.target.value) }));
    say(`${line.name}: quantity changed.`);
    document.querySelectorAll('[data-cart] [data-line="quantity"]')[index]?.focus();
  });
  part("remove").setAttribute("aria-label", `Remove ${line.name}`);
  part("remove").addEventListener("click", () => {
    keep(lines.filter((other) => other !== line));
    say(`${line.name} was removed.`);
    document.querySelector("[data-cart] h1")?.focus();
  });
  return row;
}

function drawCheckout() {
  const checkout = document.querySelector("[data-checkout]");
  if (!checkout) return;
  const template = checkout.querySelector("[data-cart-short-line]");
  const rows = lines.map((line) => {
    const row = template.content.cloneNode(true);
    row.querySelector('[data-line="name"]').textContent =
      `${line.quantity} × ${line.name}${line.size && `, ${line.size}`}`;
    row.querySelector('[data-line="price"]').textContent = money(line.priceCents * line.quantity);
    return row;
  });
  checkout.querySelector("[data-cart-short]").replaceChildren(...rows);
  drawTotals(checkout, checkout.querySelector('[name="delivery"]:checked')?.value ?? "standard");
}

/** @param {Element} place @param {string} delivery */
function drawTotals(place, delivery) {
  const goods = lines.reduce((sum, line) => sum + line.priceCents * line.quantity, 0);
  const isFree = goods === 0 || (delivery === "standard" && goods >= freeDeliveryFromCents);
  const cost = isFree ? 0 : (deliveryCents.get(delivery) ?? 0);
  place.querySelector('[data-total="goods"]').textContent = money(goods);
  place.querySelector('[data-total="delivery"]').textContent = cost === 0 ? "Free" : money(cost);
  place.querySelector('[data-total="all"]').textContent = money(goods + cost);
}

/** @param {string} sentence Said to somebody who cannot see the change. */
function say(sentence) {
  const answer = document.querySelector("[data-cart] [data-cart-answer]");
  if (answer) answer.textContent = sentence;
}

/** @param {number} cents */
function money(cents) {
  return euro.format(cents / 100);
}
