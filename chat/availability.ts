import type { Bus } from "./bus.ts";
import { type Department, serves } from "./department.ts";
import { isOpen } from "./hours.ts";
import { may, type Place } from "./permissions.ts";
import type { StaffMember } from "./staff.ts";
import type { World } from "./world.ts";

/** A department as its site's visitors see it. */
export interface OpenDepartment {
  id: string;
  name: string;
  online: boolean;
}

/** Whether a visitor of a site who asks now can be answered, by anybody, and by whom. */
export interface SiteAvailability {
  online: boolean;
  /** Those of the site, where there is a choice. */
  departments: OpenDepartment[];
}

interface Parts {
  world: World;
  bus: Bus;
  sites(): readonly { id: string }[];
  departments(): readonly Department[];
  staff(): readonly StaffMember[];
  status(operator: string): "online" | "away" | "offline";
}

/** Who is there to answer, where: somebody who is online, works for the site and is in the department, while that is open. */
export class Availability {
  readonly #parts: Parts;
  /** What was last announced, as JSON. */
  readonly #told = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The operators who are online and may accept a chat of that place. */
  operators(place: Place): readonly StaffMember[] {
    const { staff, status } = this.#parts;
    return staff().filter(
      (member) =>
        member.suspendedAt === undefined && status(member.id) === "online" && may(member, "chat.accept", place),
    );
  }

  /** Whether a request can be answered now. A site that has departments is there as long as one of them is. */
  isOnline(site: string, department?: string): boolean {
    const theirs = this.#departments(site);
    if (department !== undefined) return theirs.some((one) => one.id === department && this.#isThere(site, one));
    if (theirs.length > 0) return theirs.some((one) => this.#isThere(site, one));
    return this.operators({ site }).length > 0;
  }

  /** The department that a request for `wished` is of: that one if the site has it, or the only one there is. */
  departmentFor(site: string, wished: string | undefined): string | undefined {
    const theirs = this.#departments(site);
    if (theirs.length === 1) return theirs[0]?.id;
    return theirs.find(({ id }) => id === wished)?.id;
  }

  of(site: string): SiteAvailability {
    const theirs = this.#departments(site);
    const departments = theirs.map((one) => ({ id: one.id, name: one.name, online: this.#isThere(site, one) }));
    return { online: this.isOnline(site), departments: departments.length > 1 ? departments : [] };
  }

  /** Announces where it has changed. To be called when anything has that it rests on, and now and then, for the clock. */
  refresh(): void {
    for (const { id: site } of this.#parts.sites()) {
      const availability = this.of(site);
      const text = JSON.stringify(availability);
      const before = this.#told.get(site) ?? NOBODY;
      this.#told.set(site, text);
      if (text !== before) this.#parts.bus.announce({ type: "availability", site, ...availability });
    }
  }

  #departments(site: string): Department[] {
    return this.#parts.departments().filter((department) => serves(department, site));
  }

  #isThere(site: string, { id, hours }: Department): boolean {
    return isOpen(hours, this.#parts.world.now()) && this.operators({ site, department: id }).length > 0;
  }
}

const NOBODY = JSON.stringify({ online: false, departments: [] });
