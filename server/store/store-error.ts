/** An outage of the store: the disk, the file, the thread. Its message is a sentence for the terminal. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
