export const root: string;
export function install(): void;
export function findNode(): string;
export function run(command: string, args: readonly string[]): void;
export function node(...args: string[]): void;
export function fail(sentence: string): never;
