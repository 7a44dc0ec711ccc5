/** What can be acted on and read off now, for buttons, keys, switches and screen readers. */
import type { Control, Gauge } from '../../../kernel/act.ts';
import { hasRoomForGlue, hasRoomForGrain } from './host.ts';
import { SPOTS, TOOLS, type PondIntent } from './intents.ts';
import { TICKS_PER_SECOND, type PondView } from './state.ts';

/** Four tools (group `tool`), seven spots (`spot`) and going to sleep (`action`). */
export function listControls(state: PondView): readonly Control<PondIntent>[] {
  const { parameters } = state;
  const costs = {
    bolt: parameters.boltEffort,
    grain: parameters.grainEffort,
    glue: parameters.glueEffort,
    hand: parameters.gatherEffort,
  };
  const loose = parameters.stalkEffort;
  const controls: Control<PondIntent>[] = TOOLS.map((tool) => ({
    id: `tool-${tool}`,
    group: 'tool',
    text: { key: `tools.${tool}`, values: tool === 'hand' ? { effort: costs[tool], loose } : { effort: costs[tool] } },
    intent: { do: 'take', tool },
    enabled: !state.isOver,
    pressed: state.tool === tool,
  }));
  for (let at = 0; at < SPOTS; at++) controls.push(spotControl(state, at));
  controls.push({
    id: 'sleep',
    group: 'action',
    text: { key: 'actions.sleep' },
    intent: { do: 'sleep' },
    enabled: isEvening(state),
  });
  return controls;
}

function spotControl(state: PondView, at: number): Control<PondIntent> {
  const values = {
    n: at + 1,
    resting: state.resting[at] as number,
    feeding: state.feeding[at] as number,
    held: state.held[at] as number,
    grain: state.grain[at] as number,
    glue: percent(state.glue[at] as number),
    fear: percent(state.fear[at] as number),
  };
  const key = state.aimAt === at ? 'spots.aimed' : state.gatherAt === at ? 'spots.gathering' : 'spots.label';
  const intent: PondIntent = { do: 'use', at };
  const enabled = isEvening(state) && canUse(state, at);
  return { id: `spot-${at}`, group: 'spot', text: { key, values }, intent, enabled };
}

/** Whether the tool in hand would do anything at a spot. Aiming is always allowed: a bird may come. */
function canUse(state: PondView, at: number): boolean {
  const { parameters, effort, tool } = state;
  const feeding = state.feeding[at] as number;
  const held = state.held[at] as number;
  if (tool === 'bolt')
    return effort >= parameters.boltEffort && (state.aimAt !== at || (state.resting[at] as number) + feeding > 0);
  if (tool === 'grain') return effort >= parameters.grainEffort && hasRoomForGrain(state, at);
  if (tool === 'glue') return effort >= parameters.glueEffort && hasRoomForGlue(state, at);
  if (held > 0) return effort >= parameters.gatherEffort;
  return feeding > 0 && effort >= parameters.stalkEffort;
}

export function listGauges(state: PondView): readonly Gauge[] {
  const { parameters } = state;
  const evening = Math.max(1, state.evening);
  const seconds = isEvening(state) ? Math.ceil((state.partEnds - state.tick) / TICKS_PER_SECOND) : 0;
  const yours = state.tally.taken + state.tally.held;
  const { held } = state.tally;
  return [
    gauge('evening', evening, { n: evening, of: parameters.evenings }, parameters.evenings),
    gauge('time', seconds, { seconds }, parameters.eveningSeconds),
    gauge('effort', state.effort, { effort: state.effort, of: parameters.effort }, parameters.effort),
    gauge('yours', yours, { count: yours }),
    gauge('held', held, { count: held }),
  ];
}

function gauge(id: string, value: number, values: Readonly<Record<string, number>>, max?: number): Gauge {
  const text = { key: `gauges.${id}`, values };
  return max === undefined ? { id, text, value } : { id, text, value, max };
}

function isEvening(state: PondView): boolean {
  return state.evening > 0 && !state.isNight && !state.isOver;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
