import { type RefObject, useEffect, useLayoutEffect } from "react";
import { useChats } from "./store.ts";

/** A window that is just closing still holds the focus for some frames; after half a second it is somebody else's affair. */
const MOST_FRAMES = 30;

/**
 * Gives `element` the focus when its chat is opened; and when it goes while it has the focus (the chat has ended, somebody
 * else has accepted it), whatever comes in its place gets it.
 */
export function useChatFocus(conversation: string, element: RefObject<HTMLElement | null>): void {
  const wanted = useChats((state) => state.focus === conversation);
  useEffect(() => {
    if (!wanted) return undefined;
    let frame = 0;
    let tries = 0;
    const take = () => {
      element.current?.focus();
      tries += 1;
      if (document.activeElement === element.current || tries === MOST_FRAMES) focusTaken(conversation);
      else frame = requestAnimationFrame(take);
    };
    take();
    return () => cancelAnimationFrame(frame);
  }, [wanted, conversation, element]);
  useLayoutEffect(() => {
    const mounted = element.current;
    return () => {
      const { tabs } = useChats.getState();
      if (document.activeElement === mounted && tabs.active === conversation)
        useChats.setState({ focus: conversation });
    };
  }, [conversation, element]);
}

function focusTaken(conversation: string): void {
  useChats.setState((state) => (state.focus === conversation ? { focus: null } : state));
}
