/** Gives the person a file, as the browser saves files. */
export function downloadFile(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click; how long after, nobody says.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
