/** Foreign files on the disk: single ones, folders, and zipped packages. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from './qti/xml.ts';

/** Every XML file in a zip, a folder or a single file, by name. Throws an `Error` when the path cannot be read. */
export function readXmlFiles(path: string): Record<string, string> {
  if (path.endsWith('.zip')) {
    const entries = unzipSync(new Uint8Array(readFileSync(path)), { filter: ({ name }) => name.endsWith('.xml') });
    return Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)]));
  }
  if (!statSync(path).isDirectory()) return { [path]: readFileSync(path, 'utf8') };
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [relative(path, file), readFileSync(file, 'utf8')]));
}

/** A content package of QTI 3 (IMS Content Packaging 1.1.4): the manifest and the items, zipped. */
export function packQti(items: Readonly<Record<string, string>>): Uint8Array {
  const resources = Object.keys(items).map((id) => {
    const file = `items/${escapeXml(id)}.xml`;
    return `    <resource identifier="${escapeXml(id)}" type="imsqti_item_xmlv3p0" href="${file}"><file href="${file}"/></resource>`;
  });
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="marshals-baton">
  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
${resources.join('\n')}
  </resources>
</manifest>
`;
  const entries = Object.entries(items).map(([id, text]) => [`items/${id}.xml`, strToU8(text)] as const);
  // A fixed date: the same bank gives the same bytes.
  return zipSync(Object.fromEntries([['imsmanifest.xml', strToU8(manifest)], ...entries]), { mtime: '1980-01-02' });
}
