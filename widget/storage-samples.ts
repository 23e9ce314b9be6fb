/** Stands in for the browser's storage, which Node does not have: the entries are the object's own properties there too. */
const methods = {
  getItem(key: string): string | null {
    return (this as Record<string, unknown>)[key] === undefined ? null : String((this as Record<string, unknown>)[key]);
  },
  setItem(key: string, value: string): void {
    (this as Record<string, unknown>)[key] = value;
  },
  removeItem(key: string): void {
    delete (this as Record<string, unknown>)[key];
  },
};

/** Gives this test an empty storage. */
export function useStorage(): void {
  const storage = Object.create(methods) as Storage;
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: () => storage });
}

/** Makes any access throw, as browsers do where the visitor has forbidden storage. */
export function forbidStorage(): void {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get: () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}
