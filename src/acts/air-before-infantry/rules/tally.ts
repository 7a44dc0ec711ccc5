import { countHeld } from './ground.ts';
import type { CampaignHappening } from './happenings.ts';
import type { CampaignState } from './state.ts';

/** Enters a happening into the counts that the reveal's explanation is made of. */
export function count(state: CampaignState, happening: CampaignHappening): void {
  const { tally } = state;
  switch (happening.what) {
    case 'taken':
      tally.taken++;
      tally.scaled += happening.scaled;
      tally.saved += happening.saved;
      if (happening.blind) tally.blind++;
      return;
    case 'fell':
      tally.fallen++;
      tally.lost += happening.cost;
      tally.saved += happening.saved;
      if (happening.blind) tally.blind++;
      return;
    case 'air':
      tally.torn += sum(happening.by);
      return;
    case 'website':
      tally.torn += happening.by * (state.province.towns - countHeld(state));
      return;
    case 'grow':
      tally.grown += sum(happening.by);
      return;
    case 'word':
      tally.heard += sum(happening.by);
      return;
    case 'income':
      tally.income += happening.coins;
      return;
    case 'refused':
      tally.refused++;
      return;
    case 'week':
    case 'choose':
    case 'ordered':
    case 'undone':
    case 'march':
    case 'supply':
    case 'recon':
    case 'weekOver':
    case 'over':
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
