import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * The options of a command, read by Node's `parseArgs`. An option that does not exist or lacks its value is told in one
 * sentence, without the lines of code that found it, and ends the command with 2.
 */
export function readOptions<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (isAboutOptions(error)) return refuseOption(error.message);
    throw error;
  }
}

/** Tells in one sentence what is wrong with an option, and ends the command with 2. */
export function refuseOption(text: string): never {
  console.error(text);
  process.exit(2);
}

function isAboutOptions(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
