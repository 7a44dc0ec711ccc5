/** Before all tests of the server: the database from which each test copies its own. */
import type { TestProject } from 'vitest/node';

import { makeTemplate } from '../../../scripts/start/database-template.ts';
import { makeEmbeddedTemplate, makePostgresTemplate, type Template } from './database-template.ts';
import { startPostgres } from './real-postgres.ts';

declare module 'vitest' {
  // How vitest hands values from here to the tests.
  interface ProvidedContext {
    readonly template: Template;
  }
}

/**
 * With `TEST_DATABASE=postgres` the tests run on PostgreSQL: on the server of `DATABASE_URL` if it is set (the user must
 * be allowed to make databases), otherwise on one that is started here. Without it they run on PGlite in memory.
 */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  if (process.env['TEST_DATABASE'] !== 'postgres') {
    await makeTemplate();
    project.provide('template', await makeEmbeddedTemplate());
    return async () => {};
  }
  const given = process.env['DATABASE_URL'];
  const own = given === undefined ? await startPostgres() : undefined;
  try {
    project.provide('template', await makePostgresTemplate(own?.url ?? given ?? ''));
  } catch (error) {
    await own?.stop();
    throw error;
  }
  return async () => own?.stop();
}
