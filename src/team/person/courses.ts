import type { RunBrief } from '../../wire/team.ts';

/** With fewer counted runs of an act there is no course to draw. */
const FEWEST = 3;

/** The counted runs of one act, oldest first. */
export interface Course {
  readonly act: string;
  readonly runs: readonly RunBrief[];
}

/** Counted runs by act; only acts with enough of them, most played first. */
export function coursesOf(runs: readonly RunBrief[]): readonly Course[] {
  const acts = new Map<string, RunBrief[]>();
  for (const run of runs.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    if (run.mark !== null) continue;
    const list = acts.get(run.act);
    if (list === undefined) acts.set(run.act, [run]);
    else list.push(run);
  }
  return [...acts]
    .map(([act, list]) => ({ act, runs: list }))
    .filter((course) => course.runs.length >= FEWEST)
    .toSorted((a, b) => b.runs.length - a.runs.length);
}
