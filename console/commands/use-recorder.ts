import { type KeyboardEvent, useState } from "react";
import { DIGIT, isPlain, type Stroke, strokesOf, withAnyDigit } from "./stroke.ts";

/** So long a second key is taken for a part of the same keys. */
const SECOND_MS = 1_200;

/**
 * Writes down the keys that are pressed while a field has the focus. Tab and Escape, without which nobody gets away, and a modifier
 * alone are no keys. `anyDigit`: the command is for the keys 1 to 9.
 */
export function useRecorder(anyDigit: boolean) {
  const [keys, setKeys] = useState("");
  const [pressedAt, setPressedAt] = useState(-Infinity);
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === "Tab" || event.key === "Escape") && !event.ctrlKey && !event.altKey && !event.metaKey) return;
    const strokes = strokesOf(event.nativeEvent);
    const stroke = latin(strokes);
    event.preventDefault();
    event.stopPropagation();
    if (stroke === undefined || event.repeat) return;
    const named = (anyDigit ? withAnyDigit(stroke) : undefined) ?? stroke;
    const goesOn = keys !== "" && !keys.includes(" ") && isPlain(keys) && event.timeStamp - pressedAt < SECOND_MS;
    setKeys(goesOn && isPlain(named) && !keys.endsWith(DIGIT) ? `${keys} ${named}` : named);
    setPressedAt(event.timeStamp);
  };
  return { keys, onKeyDown };
}

/** Of what a press may mean, what works on a keyboard of another script as well. */
function latin(strokes: readonly Stroke[]): Stroke | undefined {
  return strokes.find((stroke) => /^[\x20-\x7e]+$/.test(stroke)) ?? strokes[0];
}
