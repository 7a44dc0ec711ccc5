/**
 * `npm run check:texts`: everything that can be checked in the language files without reading them. Each problem is
 * one line with file, place and reason; the exit code is 1 when there is any.
 */
import { checkAllTexts } from './check-all-texts.ts';
import { writeProblem } from './problem.ts';

const problems = checkAllTexts(process.cwd());
for (const problem of problems) console.error(writeProblem(problem));
console.log(problems.length === 0 ? 'All texts are in order.' : `${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
