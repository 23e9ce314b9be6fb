import type { LineState } from "../client/wire.ts";
import type { ToVisitor } from "../protocol/server-to-visitor.ts";
import type { Resume, VisitorWire } from "./connection.ts";
import type { Memory } from "./memory.ts";
import type { PanelStrings } from "./panel/strings.ts";
import type { Drawer } from "./storage.ts";
import type { Tools } from "./start.ts";
import type { Surface } from "./surface.ts";

/** What the first file lends to the panel's. */
export interface Shell {
  readonly tools: Tools;
  readonly words: PanelStrings;
  readonly surface: Surface;
  readonly wire: VisitorWire;
  /** This tab's name. */
  readonly tab: string;
  readonly memory: Memory;
  /** Kept for all tabs of the shop, and over page changes for this one alone. */
  readonly local: Drawer;
  readonly session: Drawer;
  /** What the names of everything in the storage begin with. */
  readonly prefix: string;
}

/** What the panel's file gives back. The first call of `hear` is the latest `welcome`, if there has been one. */
export interface Panel {
  /** @param opener what the visitor clicked; nothing = it was open on the last page, and the focus stays where it is. */
  open(opener?: HTMLElement): void;
  close(): void;
  hear(frame: ToVisitor): void;
  lineChanged(state: LineState): void;
  /** What the panel shows and has, for the next `hello`. */
  resume(): Resume | undefined;
}
