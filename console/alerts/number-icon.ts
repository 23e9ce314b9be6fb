const FRAME = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">';
const BELL =
  '<g fill="none" stroke="#fff" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round">' +
  '<path d="M9.3 20.5v-5.8a6.7 6.7 0 0 1 13.4 0v5.8l1.9 2.7H7.400zM13.800 26.200h4.400"/></g>';

/** The tab's icon with a number on it, as an address. `isLit` is the other of the two that a flashing icon changes between. */
export function numberIcon(count: number, isLit: boolean): string {
  const number = count > 9 ? "9+" : String(count);
  const ground = isLit ? "#b3261e" : "#0f6b5c";
  const disc = isLit ? "#0f6b5c" : "#b3261e";
  const picture =
    `${FRAME}<rect width="32" height="32" rx="9" fill="${ground}"/>${BELL}` +
    `<circle cx="22" cy="22" r="10" fill="${disc}"/>` +
    '<text x="22" y="27" fill="#fff" font-family="sans-serif" font-weight="700" text-anchor="middle" ' +
    `font-size="${number.length > 1 ? 12 : 15}">${number}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
