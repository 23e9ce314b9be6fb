import type { Bus } from "../../chat/bus.ts";
import type { Department, DepartmentWish } from "../../chat/department.ts";
import { ChatError } from "../../chat/error.ts";
import type { Store } from "../../chat/store.ts";
import type { World } from "../../chat/world.ts";

interface Parts {
  store: Store;
  bus: Bus;
  world: World;
  /** Most departments, all in all. */
  most: number;
}

/** The departments, at hand: every request may be for one. The store remains the truth. */
export class Departments {
  readonly #parts: Parts;
  /** By name. */
  #departments: readonly Department[] = [];
  #stopListening: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Reads them, once, before anybody connects, and from then on learns of changes. */
  async load(): Promise<void> {
    this.#stopListening = this.#parts.bus.listen((announcement) => {
      if (announcement.type === "departments") this.#learn(announcement.departments);
    });
    this.#learn(await this.#parts.store.departments());
  }

  close(): void {
    this.#stopListening();
  }

  all(): readonly Department[] {
    return this.#departments;
  }

  byId(id: string): Department | undefined {
    return this.#departments.find((department) => department.id === id);
  }

  async add(wish: DepartmentWish): Promise<Department> {
    const { store, world, most } = this.#parts;
    const department = { ...wish, id: world.newId(), createdAt: world.now() };
    if (!(await store.addDepartment(department, most)))
      throw new ChatError("not-allowed", `There can be ${most} departments; --departments raises the bound.`);
    await this.#announce();
    return department;
  }

  async change(id: string, wish: DepartmentWish): Promise<Department> {
    const department = await this.#parts.store.changeDepartment(id, wish);
    if (department === undefined) throw new ChatError("not-found", "There is no such department any more.");
    await this.#announce();
    return department;
  }

  /** Chats that were asked of it keep its id: those who see every department still find them. */
  async remove(id: string): Promise<void> {
    await this.#parts.store.removeDepartment(id);
    await this.#announce();
  }

  async #announce(): Promise<void> {
    const departments = await this.#parts.store.departments();
    this.#learn(departments);
    this.#parts.bus.announce({ type: "departments", departments });
  }

  #learn(departments: readonly Department[]): void {
    this.#departments = [...departments].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  }
}
