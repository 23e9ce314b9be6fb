import type { Finding } from "./finding.ts";
import type { Report } from "./doctor.ts";

const MARKS: Record<Finding["is"], string> = { fine: "ok", hint: "hint", problem: "PROBLEM" };
const MARK_WIDTH = 9;
const ABOUT_WIDTH = 22;

/** The report as a table for people: what is to be done stands below what it is about. */
export function show({ findings, ok }: Report): string {
  const lines = findings.flatMap(({ is, about, found, advice }) => [
    `  ${MARKS[is].padEnd(MARK_WIDTH)}${about.padEnd(ABOUT_WIDTH)}${found}`,
    ...(advice === undefined ? [] : [`${" ".repeat(2 + MARK_WIDTH + ABOUT_WIDTH)}→ ${advice}`]),
  ]);
  const problems = findings.filter(({ is }) => is === "problem").length;
  const end = ok
    ? "No problem was found."
    : problems === 1
      ? "One problem was found."
      : `${problems} problems were found.`;
  return `${lines.join("\n")}\n\n${end}\n`;
}
