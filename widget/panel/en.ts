export { mount } from "./panel.ts";
export { words } from "../strings/en.ts";
