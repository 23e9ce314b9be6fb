import { create } from "zustand";
import type { DepartmentInfo } from "../../protocol/message.ts";
import { on } from "../state/connection.ts";

/** The departments of one's own sites. */
export const useDepartments = create<{ all: readonly DepartmentInfo[] }>(() => ({ all: [] }));

on("welcome", ({ departments = [] }) => useDepartments.setState({ all: departments }));
on("departments", ({ departments }) => useDepartments.setState({ all: departments }));
