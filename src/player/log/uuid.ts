/**
 * Makes a UUID version 7 (RFC 9562, 5.7): 48 bits of time in milliseconds, then 74 random bits. Ids made in different
 * milliseconds sort by time. `fillRandom` works without a secure context, which `crypto.randomUUID` does not.
 */
export function makeUuid7(now: number, fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  let time = Math.max(0, Math.floor(now));
  for (let place = 5; place >= 0; place--) {
    bytes[place] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
