/** Before all tests of the server: the database from which each test copies its own. */
import type { TestProject } from 'vitest/node';

import { makeTemplate } from '../../../scripts/start/database-template.ts';
import { dropDatabasesOf, makeEmbeddedTemplate, makePostgresTemplate, type Template } from './database-template.ts';
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
  const url = own?.url ?? given ?? '';
  try {
    const template = await makePostgresTemplate(url);
    project.provide('template', template);
    return async () => {
      // A server of our own is thrown away with everything in it.
      if (own === undefined && template.kind === 'postgres') await dropDatabasesOf(template.run, url);
      await own?.stop();
    };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}
