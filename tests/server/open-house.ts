import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { readCatalogue } from '../../src/server/files/catalogue.ts';
import { buildHouse } from '../../src/server/house.ts';
import { openDoors } from '../../src/server/open-doors.ts';

export const SCRIPT = `export const lamp = '${'light '.repeat(200)}';\n`;
export const PAGE = '<!doctype html><title>The lamp</title>';
export const SOUND = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251));

const BUILD: Readonly<Record<string, string | Buffer>> = {
  'index.html': PAGE,
  'assets/app-DpoX1y_2.js': SCRIPT,
  'assets/app-DpoX1y_2.js.br': brotliCompressSync(SCRIPT),
  'assets/app-DpoX1y_2.js.gz': gzipSync(SCRIPT),
  'assets/pond-AbCdEf12.webm': SOUND,
  'licences/OFL.txt': 'Open Font Licence',
  '.secret': 'not for sending',
};

/** A real server over a small build of its own, on a free port. */
export interface OpenHouse {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a small build from a folder that lies beside a file nobody may have. */
export async function openHouse(publicOrigin?: string): Promise<OpenHouse> {
  const outside = await mkdtemp(join(tmpdir(), 'house-'));
  await writeFile(join(outside, 'private.txt'), 'outside the build');
  const folder = join(outside, 'dist');
  for (const [path, content] of Object.entries(BUILD)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const house = buildHouse({ catalogue: await readCatalogue(folder), publicOrigin });
  const doors = await openDoors(house, { port: 0, host: '127.0.0.1' });
  return {
    address: doors.address,
    port: doors.port,
    async close() {
      await doors.close();
      await rm(outside, { recursive: true, force: true });
    },
  };
}

/** What came back, byte for byte: unlike `fetch`, nothing is decoded and no path is tidied up on the way. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Sends one request exactly as written. */
export function ask(
  { port }: { readonly port: number },
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.once('error', reject);
    asked.end();
  });
}
