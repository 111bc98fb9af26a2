/** Has the browser save bytes as a file of the person's own. */
export function download(name: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.hidden = true;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  // The browser reads the bytes after the click; freeing them at once ends the download in some.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
