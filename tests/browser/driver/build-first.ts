import { buildOnce } from '../../../scripts/start/build-once.ts';

/** Before all tests of the browser: the product is built, so that no two files build it at once. */
export default async function buildFirst(): Promise<void> {
  await buildOnce();
}
