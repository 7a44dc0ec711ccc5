/** What time of the campaign does to the light: each week a day, from amber to rose; between two weeks the lamp dips. Pure. */
import { between, mixRgb, rgb, type Rgb } from '../../../stage/light/colour.ts';
import { marchTicks } from '../rules/march.ts';
import { TICKS_PER_SECOND, type CampaignView } from '../rules/state.ts';

/** Light by the share of the campaign gone by. */
const LIGHT: readonly (readonly [number, Rgb])[] = [
  [0, rgb('#FFFDF6')],
  [0.5, rgb('#FFF3E0')],
  [1, rgb('#F8DCC4')],
];
const NIGHT: Rgb = rgb('#6C6A9A');
/** Share of the march at which night falls, and seconds that the new week takes to dawn. */
const DUSK = 0.86;
const DAWN_S = 0.7;

/** How deep the night is: 0 by day, 1 between two weeks. `share` is how much of the tick has gone by. */
export function nightOf(view: CampaignView, share: number): number {
  if (view.week === 0) return 0;
  if (view.isMarching) {
    const gone = (view.ticksIn + share) / marchTicks(view.parameters);
    return view.isOver ? 0 : smooth((gone - DUSK) / (1 - DUSK));
  }
  if (view.week === 1 || view.isOver) return 0;
  return 1 - smooth((view.ticksIn + share) / (DAWN_S * TICKS_PER_SECOND));
}

export function lightOf(view: CampaignView, night: number): Rgb {
  const { weeks } = view.parameters;
  const gone = weeks > 1 ? Math.max(0, view.week - 1) / (weeks - 1) : 0;
  return mixRgb(between(LIGHT, Math.min(1, gone)), NIGHT, night * 0.85);
}

function smooth(t: number): number {
  const u = Math.max(0, Math.min(1, t));
  return u * u * (3 - 2 * u);
}
