/** Some browsers have only begun to read a file when the press has been answered; milliseconds. */
const READ_MS = 60_000;

/** Gives the browser a file to save under a name. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}

/** JSON text as a file. */
export function jsonFile(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}
