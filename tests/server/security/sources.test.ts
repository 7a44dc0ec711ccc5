/** Ways of writing that the sources must not have, looked for in the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

function read(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')]));
}

/** Files in which a pattern stands outside of comments. */
function find(folder: string, pattern: RegExp): readonly string[] {
  const found: string[] = [];
  for (const [file, text] of read(folder)) {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
    if (pattern.test(code)) found.push(file);
  }
  return found.toSorted();
}

test('no code is made of text', () => {
  expect(find('src', /\beval\(|new Function\(|node:vm['"]/)).toEqual([]);
});

test('no text is shown as markup', () => {
  expect(find('src', /dangerouslySetInnerHTML|\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/)).toEqual(
    [],
  );
});

test('the server starts no other program but itself, once, to make an empty database', () => {
  expect(find('src/server', /node:child_process/)).toEqual(['src/server/database/embedded/new-folder.ts']);
});

test('SQL is never put together of texts from outside', () => {
  // Migrations are texts of our own; so are the settings of a dump.
  expect(find('src/server', /sql\.raw\(|\.unsafe\(/)).toEqual([
    'src/server/database/backup/dump.ts',
    'src/server/database/migrations/migrate.ts',
  ]);
});

test('secrets are drawn by the system’s generator: Math.random only spreads waits', () => {
  expect(find('src/server', /Math\.random/)).toEqual([
    'src/server/reports/live.ts',
    'src/server/statements/store/forward.ts',
  ]);
});

test('nothing is protected by a broken hash: SHA-1 only names statements, as UUIDs of version 5 do', () => {
  expect(find('src/server', /createHash\(['"](md5|sha1)|createHmac\(['"](md5|sha1)|aes-\d+-(ecb|cbc)/)).toEqual([
    'src/server/statements/stable-id.ts',
  ]);
});

test('the server asks others in two places only: the company’s sign-in, and the learning record store', () => {
  expect(
    find('src/server', /(?<![.\w])fetch\(|(from |import\()'openid-client'|from 'node:https?'/).filter(
      (file) => !file.endsWith('/open-doors.ts'),
    ),
  ).toEqual([
    'src/server/accounts/company/client.ts',
    'src/server/accounts/company/routes.ts',
    'src/server/statements/store/send.ts',
  ]);
});

test('certificates are never taken unseen', () => {
  expect(find('src/server', /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/)).toEqual([]);
});
