import { memo } from "react";
import { splitLinks } from "./links.ts";

/** Plain text whose http and https addresses can be followed. */
export const LinkedText = memo(function LinkedText({ text }: { text: string }) {
  let at = 0;
  return splitLinks(text).map((part) => {
    const key = at;
    at += part.text.length;
    if (part.href === undefined) return part.text;
    return (
      <a key={key} href={part.href} target="_blank" rel="noopener noreferrer">
        {part.text}
      </a>
    );
  });
});
