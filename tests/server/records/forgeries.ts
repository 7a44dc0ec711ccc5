import { FORGED_ANSWERS } from './forged-answers.ts';
import { FORGED_ENVELOPES } from './forged-envelopes.ts';
import { FORGED_RUNS } from './forged-runs.ts';
import type { Forgery } from './forgery.ts';

/** Ways to cheat: what each sends, and what must become of it. */
export const FORGERIES: readonly Forgery[] = [...FORGED_RUNS, ...FORGED_ANSWERS, ...FORGED_ENVELOPES];
