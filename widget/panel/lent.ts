import type { Tools } from "../start.ts";

/**
 * Functions of the script that every page loads. They come with the shell instead of being packed a second time: the
 * panel's modules import them from here, and may use them once `borrow` was called.
 */
export let make: Tools["make"];
export let icon: Tools["icon"];

/** Called first of all. */
export function borrow(tools: Tools): void {
  ({ make, icon } = tools);
}
