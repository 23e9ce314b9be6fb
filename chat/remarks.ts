import type { ChatBounds } from "./bounds.ts";
import type { Bus } from "./bus.ts";
import { checkLine } from "./check-text.ts";
import type { Remark } from "./remark.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** Remarks: each is one operator's own, at most one for each visitor. */
export class Remarks {
  readonly #parts: { world: World; store: Store; bus: Bus; bounds: ChatBounds };

  constructor(parts: { world: World; store: Store; bus: Bus; bounds: ChatBounds }) {
    this.#parts = parts;
  }

  /** Sets the operator's remark on a visitor; an empty text takes it away. At the bound the operator's oldest makes room. */
  async set(operator: string, wish: { site: string; visitor: number; text: string }): Promise<void> {
    const { world, store, bus, bounds } = this.#parts;
    const { site, visitor } = wish;
    const text = checkLine(wish.text, bounds.remarkLength);
    const remark: Remark = { operator, site, visitor, text, at: world.now() };
    const { dropped } = await store.setRemark(remark, bounds.remarksPerOperator);
    if (dropped !== undefined) bus.announce({ type: "remark", remark: { ...dropped, text: "" } });
    bus.announce({ type: "remark", remark });
  }

  /** All of one operator's. */
  of(operator: string): Promise<Remark[]> {
    return this.#parts.store.remarksOf(operator, this.#parts.bounds.remarksPerOperator);
  }
}
