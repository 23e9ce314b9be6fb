import { type KeyboardEvent, type RefObject, useState } from "react";
import { useDraft } from "../chat/drafts.ts";
import { useOffers } from "../commands/offers.ts";
import type { CannedItem } from "../../protocol/rest.ts";
import { CannedMenu } from "./canned-menu.tsx";
import { useCountUse } from "./items.ts";
import { putIn } from "./put-in.ts";
import { useTypeAhead } from "./type-ahead.tsx";
import { useValues } from "./use-values.ts";
import { fillVariables } from "./variables.ts";

/** Canned messages and URLs for a chat's text box: the drop-down, and in Text what `/` begins. */
export function useCannedInput(conversation: string, box: RefObject<HTMLTextAreaElement | null>) {
  const { text, input, asHtml } = useDraft(conversation);
  const values = useValues(conversation);
  const countUse = useCountUse();
  const [isOpen, setIsOpen] = useState(false);
  const put = (item: CannedItem, from: number, to: number) => {
    if (box.current === null) return;
    const writing = item.kind === "url" ? "url" : asHtml ? "html" : "text";
    putIn(box.current, fillVariables(item.text, values, writing), from, to);
    countUse(item);
  };
  const typeAhead = useTypeAhead({ box, text, on: input === "text", onPick: put });
  const pick = (item: CannedItem) => {
    setIsOpen(false);
    if (box.current === null) return;
    const { selectionStart, selectionEnd, value } = box.current;
    // A message goes where the cursor was; an address is the whole of what stands in the box.
    if (item.kind === "url") put(item, 0, value.length);
    else put(item, selectionStart, selectionEnd);
  };
  useOffers({
    "chat-canned": () => {
      typeAhead.giveUp();
      setIsOpen(true);
    },
  });
  return {
    ...typeAhead,
    /** To be called first; says whether the key is done with. */
    onKeyDown: (event: KeyboardEvent) => typeAhead.onKeyDown(event),
    menu: (
      <CannedMenu
        kind={input === "url" ? "url" : "message"}
        open={isOpen}
        onOpenChange={setIsOpen}
        onPick={pick}
        focusAfter={box}
      />
    ),
  };
}
