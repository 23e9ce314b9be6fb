import type { Ack, LineState, Refused } from "../client/line.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import type { newId } from "../client/id.ts";
import type { Asked, Resume, VisitorLine } from "./connection.ts";
import type { addStyle, icon, make } from "./dom.ts";
import type { Language } from "./language.ts";
import type { Memory } from "./memory.ts";
import type { Drawer } from "./storage.ts";
import type { Surface } from "./surface.ts";

/** Functions that both files need and only the first one brings. */
export interface Tools {
  make: typeof make;
  icon: typeof icon;
  addStyle: typeof addStyle;
  newId: typeof newId;
}

/** What the first file lends to the panel's. */
export interface Shell {
  readonly tools: Tools;
  readonly language: Language;
  readonly surface: Surface;
  readonly line: VisitorLine;
  readonly memory: Memory;
  /** Kept over page changes, for this tab alone. */
  readonly session: Drawer;
  /** For the visitor: the focus goes into the panel, and from there back to the button. */
  open(): void;
  close(): void;
}

/** What the panel's file gives back. The first call of `hear` is the latest `welcome`, if there has been one. */
export interface Panel {
  show(takeFocus: boolean): void;
  hide(): void;
  hear(frame: ToVisitor): void;
  lineChanged(state: LineState): void;
  settled(message: Asked, result: Ack | Refused): void;
  /** What the panel shows and has, for the next `hello`. */
  resume(): Resume | undefined;
}
