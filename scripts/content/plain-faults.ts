/**
 * For commands that read what people write: what is wrong in a file is said in its own sentence, without the lines of code
 * that found it. Everything else still ends the command as it would. Importing this is all that is needed.
 */
import { BadInput } from '../../src/kernel/act.ts';
import { ContentError } from '../../src/quiz/index.ts';

process.on('uncaughtException', (error) => {
  console.error(error instanceof BadInput || error instanceof ContentError ? error.message : error);
  process.exit(1);
});
