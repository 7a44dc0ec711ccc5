/**
 * Reads which characters a font can draw: the `cmap` table of an uncompressed font (OpenType 1.9, formats 4 and 12,
 * which are the ones that fonts for the web carry).
 *
 * @returns code points
 * @throws when the font has no character table
 */
export function readCoverage(sfnt: Buffer): ReadonlySet<number> {
  const start = findTable(sfnt, 'cmap');
  const covered = new Set<number>();
  const tables = sfnt.readUInt16BE(start + 2);
  for (let i = 0; i < tables; i++) {
    const at = start + sfnt.readUInt32BE(start + 4 + i * 8 + 4);
    const format = sfnt.readUInt16BE(at);
    if (format === 4) addSegments(sfnt, at, covered);
    if (format === 12) addGroups(sfnt, at, covered);
  }
  return covered;
}

function findTable(sfnt: Buffer, tag: string): number {
  const tables = sfnt.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16;
    if (sfnt.toString('latin1', record, record + 4) === tag) return sfnt.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}

function addSegments(sfnt: Buffer, at: number, covered: Set<number>): void {
  const segments = sfnt.readUInt16BE(at + 6) / 2;
  for (let i = 0; i < segments; i++) {
    const last = sfnt.readUInt16BE(at + 14 + i * 2);
    const first = sfnt.readUInt16BE(at + 16 + (segments + i) * 2);
    for (let code = first; code <= last && code < 0xffff; code++) covered.add(code);
  }
}

function addGroups(sfnt: Buffer, at: number, covered: Set<number>): void {
  const groups = sfnt.readUInt32BE(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const last = sfnt.readUInt32BE(group + 4);
    for (let code = sfnt.readUInt32BE(group); code <= last; code++) covered.add(code);
  }
}
