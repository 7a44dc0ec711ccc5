/**
 * The acts that are ready to be played: those that have a folder under `src/acts/`. Nothing here names one; a new
 * folder is found by the build. The campaign's list gives the order, and the names of those still in rehearsal.
 */
import type { ActRules } from '../kernel/act-rules.ts';
import type { Claim } from '../kernel/claim.ts';
import type { ActStageModule } from '../stage/index.ts';
import campaignFile from '../../levels/campaign.json';

const ruleFiles = import.meta.glob<ActRules>('../acts/*/rules/index.ts');
const claimFiles = import.meta.glob<{ claims: readonly Claim[] }>('../acts/*/rules/claims.ts');
const stageFiles = import.meta.glob<{ stage: ActStageModule }>('../acts/*/stage/index.ts');

const actIn = (path: string): string => path.split('/').at(-3) ?? '';

/** Ids of all acts of the campaign, in order. */
export const CAMPAIGN: readonly string[] = campaignFile.acts;

/** Ids of the acts that can be played. */
export const OPEN_ACTS: ReadonlySet<string> = new Set(Object.keys(ruleFiles).map(actIn));

/** Whether an act can be played. */
export function isOpen(act: string): boolean {
  return OPEN_ACTS.has(act);
}

function findIn<Module>(files: Readonly<Record<string, () => Promise<Module>>>, act: string): () => Promise<Module> {
  const path = Object.keys(files).find((each) => actIn(each) === act);
  const load = path === undefined ? undefined : files[path];
  if (!load) throw new Error(`no such act: ${act}`);
  return load;
}

/** Loads the rules of an act. Rejects when there is no such act or it does not arrive. */
export async function loadRules(act: string): Promise<ActRules> {
  return findIn(ruleFiles, act)();
}

/** Loads the claims of an act, with the statistics they need: for the workshop's worker. */
export async function loadClaims(act: string): Promise<readonly Claim[]> {
  return (await findIn(claimFiles, act)()).claims;
}

/** Loads an act's stage (it brings Phaser along). Rejects when there is none or it does not arrive. */
export async function loadStage(act: string): Promise<ActStageModule> {
  return (await findIn(stageFiles, act)()).stage;
}

/** One slider of the workshop. */
export interface WorkshopSlider {
  readonly parameter: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** One way to play an act, such as by two or by ear. */
export interface WayToPlay {
  readonly id: string;
  /** What it changes of the act's parameters. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** What the screens need of `levels/<act>/act.json`; the build's content check holds the whole file to its schema. */
export interface ActFile {
  readonly id: string;
  readonly ideas: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
  /** Ways to play, the usual one first; an act without them has only that one. */
  readonly ways?: readonly WayToPlay[];
  /** What is changed for the usual way while the player has not yet played the act to its end. */
  readonly first?: Readonly<Record<string, number>>;
  /** What is changed for a run of a minute at a kiosk. */
  readonly kiosk: Readonly<Record<string, number>>;
  readonly workshop: readonly WorkshopSlider[];
  /** Fields of the outcome that the reveal draws, each in a plot of its own; without them it draws the main figure. */
  readonly lines?: readonly string[];
  /** Answers that can be bet on, in order. */
  readonly bets: readonly string[];
}

/** The one question of a playbill; a bet in the log names it. */
export const BET_QUESTION = 'bet';

const actFiles = import.meta.glob<ActFile>('../../levels/*/act.json', { import: 'default' });

/** Loads an act's file. Rejects when there is none or it does not arrive. */
export async function loadActFile(act: string): Promise<ActFile> {
  const load = actFiles[`../../levels/${act}/act.json`];
  if (!load) throw new Error(`no act.json for ${act}`);
  return load();
}
