/** How a week ends. */
import { growBack, spreadWord } from './air.ts';
import { incomeOf } from './ground.ts';
import type { CampaignHappening } from './happenings.ts';
import type { Ground } from './state.ts';

/** The things that end a week, in order. */
export const CLOSINGS = [growBack, collectIncome, spreadWord, turnWeek] as const;

/** Headquarters send what they send every week, and every held town pays. */
function collectIncome(ground: Ground, news: CampaignHappening[] | null): void {
  const { stipend } = ground.parameters;
  const coins = incomeOf(ground);
  if (coins + stipend === 0) return;
  ground.purse += coins + stipend;
  if (news === null) return;
  const towns: number[] = [];
  for (let town = 0; town < ground.province.towns; town++) if (ground.held[town] === 1) towns.push(town);
  news.push({ what: 'income', coins, stipend, towns });
}

function turnWeek(ground: Ground): void {
  ground.supplyLeft = Math.max(0, ground.supplyLeft - 1);
  ground.exhibitionIn = Math.max(0, ground.exhibitionIn - 1);
}

/** Ends a week at once. */
export function closeWeek(ground: Ground): void {
  for (const close of CLOSINGS) close(ground, null);
}
