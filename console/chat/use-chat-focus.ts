import { type RefObject, useEffect, useLayoutEffect } from "react";
import { useChats } from "./store.ts";

/**
 * Gives `element` the focus when its chat is opened; and when it goes while it has the focus (the chat has ended, somebody
 * else has accepted it), whatever comes in its place gets it.
 */
export function useChatFocus(conversation: string, element: RefObject<HTMLElement | null>): void {
  const wanted = useChats((state) => state.focus === conversation);
  useEffect(() => {
    if (!wanted || element.current === null) return;
    useChats.setState(({ focus }) => (focus === conversation ? { focus: null } : {}));
    element.current.focus();
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
