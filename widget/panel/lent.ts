import type { Tools } from "../shell.ts";

/**
 * Functions of the script that every page loads. They come with the shell instead of being packed a second time: the
 * panel's modules import them from here, and may use them once `borrow` was called.
 */
export let make: Tools["make"];
export let icon: Tools["icon"];
export let newId: Tools["newId"];

/** Called first of all. */
export function borrow(tools: Tools): void {
  ({ make, icon, newId } = tools);
}
