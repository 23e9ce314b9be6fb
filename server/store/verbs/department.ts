import type { Department, DepartmentWish } from "../../../chat/department.ts";
import * as accounts from "../queries/accounts.ts";
import * as queries from "../queries/departments.ts";
import { toDepartment, toOperator } from "../rows.ts";
import { all, first, run, type Steps } from "../steps.ts";

/** See `Store.departments`. */
export function* departments(): Steps<Department[]> {
  return (yield* all(queries.departments, {})).map(toDepartment);
}

/** See `Store.addDepartment`. */
export function* addDepartment(department: Department, most: number): Steps<boolean> {
  const { id, createdAt } = department;
  const row = yield* first(queries.countDepartments, {});
  if ((row?.count ?? 0) >= most) return false;
  yield* run(queries.addDepartment, { id, created_at: createdAt, ...columns(department) });
  return true;
}

/** See `Store.changeDepartment`. */
export function* changeDepartment(id: string, wish: DepartmentWish): Steps<Department | undefined> {
  const row = yield* first(queries.changeDepartment, { id, ...columns(wish) });
  return row && toDepartment(row);
}

/** See `Store.removeDepartment`. */
export function* removeDepartment(id: string): Steps<void> {
  yield* run(queries.removeDepartment, { id });
  for (const operator of (yield* all(accounts.operators, {})).map(toOperator)) {
    if (!operator.departments.includes(id)) continue;
    const departments = JSON.stringify(operator.departments.filter((one) => one !== id));
    yield* run(accounts.changeOperatorDepartments, { id: operator.id, departments });
  }
}

function columns({ name, sites, hours, queue }: DepartmentWish) {
  return {
    name,
    sites: JSON.stringify(sites),
    hours: hours === undefined ? null : JSON.stringify(hours),
    queue: JSON.stringify(queue),
  };
}
