/** What can be acted on and read off now: only what the present eyes can use, from what the screen may show. */
import type { Control, Gauge } from '../../../kernel/act.ts';
import { DIRECTIONS, type RoadIntent } from './intents.ts';
import { seeScreen } from './see.ts';
import { TICKS_PER_SECOND, type RoadState } from './state.ts';
import type { BlindView, CommonView, LameView } from './views.ts';

type RoadControl = Control<RoadIntent>;

/** Groups `walk` and `voice` for the blind man's eyes, `call` for the lame man's, `map` together, and `action`. */
export function listControls(state: RoadState): readonly RoadControl[] {
  const view = seeScreen(state);
  const { blind, lame } = view;
  const controls: RoadControl[] = [];
  if (blind !== null) controls.push(...walkControls(blind));
  if (lame !== null) controls.push(...callControls(lame));
  if (blind !== null) controls.push(...voiceControls(blind));
  controls.push(...mapControls(view));
  controls.push({
    id: 'rest',
    group: 'action',
    text: { key: 'actions.rest' },
    intent: { do: 'rest' },
    enabled: isUnderWay(view),
  });
  return controls;
}

function isUnderWay({ isBetween, isOver }: CommonView): boolean {
  return !isBetween && !isOver;
}

/** Directions are named by the slope to the eye, and by the hand to the ear. */
function named(view: CommonView, group: 'walk' | 'call'): string {
  return view.parameters.ear === 1 ? `${group}Ear` : group;
}

function walkControls(view: BlindView): readonly RoadControl[] {
  return DIRECTIONS.map((to) => ({
    id: `step-${to}`,
    group: 'walk',
    text: { key: `${named(view, 'walk')}.${to}` },
    intent: { do: 'step', to },
    enabled: isUnderWay(view),
  }));
}

function callControls(view: LameView): readonly RoadControl[] {
  const { callBreath, memory } = view.parameters;
  const hasRoom = view.words.length < memory || view.passage === 'lame';
  return DIRECTIONS.map((to) => ({
    id: `call-${to}`,
    group: 'call',
    text: { key: `${named(view, 'call')}.${to}`, values: { breath: callBreath } },
    intent: { do: 'call', to },
    enabled: isUnderWay(view) && hasRoom && view.breath >= callBreath,
  }));
}

function voiceControls(view: BlindView): readonly RoadControl[] {
  const { reportBreath, soundBreath } = view.parameters;
  const controls: RoadControl[] = [];
  if (view.passage === 'together')
    controls.push({
      id: 'report',
      group: 'voice',
      text: { key: 'voice.report', values: { breath: reportBreath, count: view.untold } },
      intent: { do: 'report' },
      enabled: isUnderWay(view) && (view.untold > 0 || view.isWary) && view.breath >= reportBreath,
    });
  controls.push({
    id: 'sound',
    group: 'voice',
    text: { key: 'voice.sound', values: { breath: soundBreath } },
    intent: { do: 'sound' },
    enabled: isUnderWay(view) && view.breath >= soundBreath,
  });
  return controls;
}

function mapControls(view: CommonView): readonly RoadControl[] {
  if (view.passage === 'blind' || view.parameters.ear === 1) return [];
  const { eyes } = view;
  const count = view.words.length;
  const control = (id: 'look' | 'go' | 'unsay', enabled: boolean): RoadControl => ({
    id,
    group: 'map',
    text: { key: `map.${id}`, values: { count } },
    intent: { do: id },
    enabled: isUnderWay(view) && enabled,
  });
  const unsay = control('unsay', count > 0);
  if (view.passage === 'lame' || eyes === 'both') return [unsay];
  return eyes === 'lame'
    ? [control('go', true), unsay]
    : [control('look', true), ...(count > 0 ? [control('go', !view.isGoing)] : [])];
}

export function listGauges(state: RoadState): readonly Gauge[] {
  const view = seeScreen(state);
  const { parameters } = view;
  const span = Math.ceil((view.partEnds - view.partBegan) / TICKS_PER_SECOND);
  const seconds = isUnderWay(view) ? Math.ceil((view.partEnds - view.tick) / TICKS_PER_SECOND) : 0;
  const customers = view.won.reduce((sum, each) => sum + Math.max(0, each), 0);
  const markets = view.won.filter((each) => each >= 0).length;
  const of = view.won.length;
  return [
    gauge('light', seconds, { seconds }, isUnderWay(view) ? span : 0),
    gauge('breath', view.breath, { breath: view.breath, of: parameters.breath }, parameters.breath),
    gauge('customers', customers, { count: customers }),
    gauge('market', markets, { n: markets, of }, of),
  ];
}

function gauge(id: string, value: number, values: Readonly<Record<string, number>>, max?: number): Gauge {
  const text = { key: `gauges.${id}`, values };
  return max === undefined ? { id, text, value } : { id, text, value, max };
}
