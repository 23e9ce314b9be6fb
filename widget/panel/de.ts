export { mount } from "./panel.ts";
export { words } from "../strings/de.ts";
