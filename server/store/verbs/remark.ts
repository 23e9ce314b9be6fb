import type { Remark } from "../../../chat/remark.ts";
import * as remarks from "../queries/remarks.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.setRemark`. */
export function* setRemark(remark: Remark, most: number): Steps<{ dropped?: Remark }> {
  const { operator, site, visitor, at, text } = remark;
  if (text === "") {
    yield* run(remarks.removeRemark, { operator, site, visitor });
    return {};
  }
  const known = yield* first(remarks.remarkOn, { operator, site, visitor });
  if (known !== undefined) {
    yield* run(remarks.putRemark, { operator, site, visitor, at, text });
    return {};
  }
  const { count = 0 } = (yield* first(remarks.countRemarks, { operator })) ?? {};
  // Room is made before the new one comes, so that a clock that was set back does not make it the oldest.
  const dropped = count < most ? undefined : yield* first(remarks.oldestRemark, { operator });
  if (dropped !== undefined) yield* run(remarks.removeRemark, dropped);
  yield* run(remarks.putRemark, { operator, site, visitor, at, text });
  return dropped === undefined ? {} : { dropped };
}

/** See `Store.remarksOf`. */
export function* remarksOf(operator: string, limit: number): Steps<Remark[]> {
  return [...(yield* all(remarks.newestRemarks, { operator, limit }))];
}
