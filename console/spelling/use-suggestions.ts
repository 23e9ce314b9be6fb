import { useEffect, useState } from "react";
import { suggestionsFor } from "./checker.ts";
import { useSpelling } from "./status.ts";

/** What may have been meant by a word; undefined until it is known. */
export function useSuggestions(word: string): readonly string[] | undefined {
  const round = useSpelling((spelling) => spelling.round);
  const [found, setFound] = useState<{ word: string; round: number; words: readonly string[] }>();
  useEffect(() => {
    let isStale = false;
    void suggestionsFor(word).then((words) => {
      if (!isStale) setFound({ word, round, words });
    });
    return () => {
      isStale = true;
    };
  }, [word, round]);
  return found?.word === word ? found.words : undefined;
}
