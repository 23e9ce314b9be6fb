import type { DepartmentInfo } from "../../protocol/message.ts";
import type { Colleague } from "../../protocol/server-to-operator.ts";

/** To whom a chat can be offered. */
export interface Receiver {
  kind: "operator" | "department";
  id: string;
  name: string;
  status: "online" | "away";
  /** Chats of an operator, operators online of a department. */
  count: number;
}

/**
 * The colleagues who are there and work for the site: those who are online first, of them those with the fewest chats; then the
 * departments in which somebody else is.
 */
export function receivers({
  colleagues,
  departments,
  site,
  me,
}: {
  colleagues: readonly Colleague[];
  departments: readonly DepartmentInfo[];
  site: string | undefined;
  me: string | undefined;
}): Receiver[] {
  const worksHere = ({ sites }: { sites?: readonly string[] }): boolean => sites?.includes(site ?? "") ?? true;
  const there = colleagues.filter((one) => one.id !== me && one.status !== "offline" && worksHere(one));
  const people = there.map(({ id, name, status, chats = 0 }): Receiver => {
    return { kind: "operator", id, name, status: status === "online" ? "online" : "away", count: chats };
  });
  const groups = departments.filter(worksHere).flatMap(({ id, name }): Receiver[] => {
    const members = there.filter((one) => one.departments?.includes(id) === true);
    if (members.length === 0) return [];
    const online = members.filter(({ status }) => status === "online").length;
    return [{ kind: "department", id, name, status: online > 0 ? "online" : "away", count: online }];
  });
  const rank = ({ status }: Receiver): number => (status === "online" ? 0 : 1);
  const byRank = people.toSorted(
    (one, other) => rank(one) - rank(other) || one.count - other.count || one.name.localeCompare(other.name),
  );
  return [...byRank, ...groups];
}
