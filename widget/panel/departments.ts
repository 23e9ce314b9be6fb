import type { OpenDepartment } from "../../protocol/server-to-visitor.ts";
import { make } from "./lent.ts";
import type { PanelStrings } from "./strings.ts";

export interface Departments {
  element: HTMLSelectElement;
  /** There is something to choose. */
  readonly isChoice: boolean;
  readonly chosen: OpenDepartment | undefined;
  offer(departments: readonly OpenDepartment[]): void;
}

/** Whom to ask, on sites where there are several to ask. */
export function makeDepartments(strings: PanelStrings, choose: (id: string | undefined) => void): Departments {
  const element = make("select", { class: "departments", "aria-label": strings.whom });
  let all: readonly OpenDepartment[] = [];
  const chosen = () => all.find(({ id }) => id === element.value);
  element.onchange = () => choose(chosen()?.id);
  return {
    element,
    get isChoice() {
      return all.length > 1;
    },
    get chosen() {
      return chosen();
    },
    offer(departments) {
      const { value } = element;
      all = departments;
      element.replaceChildren(
        make("option", { value: "" }, strings.whom),
        ...all.map(({ id, name, online }) => make("option", { value: id }, online ? name : strings.notThere(name))),
      );
      element.value = all.some(({ id }) => id === value) ? value : "";
    },
  };
}
