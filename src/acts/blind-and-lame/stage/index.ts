/** The mountain road's stage: what the theatre needs to show the act. */
import avif from '../../../../assets/built/blind-and-lame.avif';
import roadFile from '../../../../assets/built/blind-and-lame.json' with { type: 'json' };
import webp from '../../../../assets/built/blind-and-lame.webp';
import type { Control, TextRef } from '../../../kernel/act.ts';
import type { ActStageModule } from '../../../stage/act-stage.ts';
import type { RoadHappening } from '../rules/happenings.ts';
import { seeScreen } from '../rules/see.ts';
import type { RoadState } from '../rules/state.ts';
import { layOutMap } from './map/map-layout.ts';
import { seatsOf } from './map/seats.ts';
import { RoadScene } from './scene.ts';
import { voice } from './voice.ts';

export const stage: ActStageModule<RoadState, RoadHappening> = {
  id: 'blind-and-lame',
  sheets: [{ texture: 'blind-and-lame', file: roadFile, picture: { avif, webp } }],
  icons: {
    report: 'report',
    sound: 'sound',
    look: 'look',
    go: 'go',
    unsay: 'unsay',
    rest: 'rest',
    light: 'gauge-light',
    breath: 'gauge-breath',
    customers: 'gauge-customers',
    market: 'gauge-market',
  },
  toolbarGroups: ['voice', 'map', 'action'],
  groupNames: {
    walk: { key: 'walk.group' },
    call: { key: 'call.group' },
    voice: { key: 'voice.group' },
    map: { key: 'map.group' },
    action: { key: 'actions.group' },
  },
  gaugeForms: { light: 'clock', breath: 'bar', customers: 'count', market: 'rounds' },
  description: { key: 'actions.stage' },
  lamp: { x: 0.46, y: 0.5 },
  voice,
  why: findWhy,
  nudge: (happened) => (happened.what === 'refused' && happened.why === 'breath' ? 'breath' : null),
  seats: (state) => seatsOf(seeScreen(state)),
  // One player, walking together: report, sound, look, go, rest. By ear there is no map; two share none but `unsay`.
  mostTools: ({ parameters }) => (parameters.ear === 1 ? 3 : parameters.hands === 2 ? 4 : 5),
  captions: (layout, state) => {
    const view = seeScreen(state);
    if (view.lame === null || view.isOver || view.isBetween) return layout.captions;
    const { captions, clear } = layOutMap(layout, view.columns, view.parameters.hands);
    const isUpright = layout.form === 'tall' || layout.form === 'kiosk';
    if (view.passage !== 'lame' || isUpright) return captions;
    // On his stone he sees the whole road: it stays free, and so does he.
    return { ...captions, x: clear.x + clear.width * 0.42, y: clear.y + 4, width: clear.width * 0.56 };
  },
  build: (stage, state) => new RoadScene(stage, state),
};

/** Why a control is not enabled now. */
function findWhy(control: Control, state: RoadState): TextRef | null {
  if (control.enabled) return null;
  const view = seeScreen(state);
  if (view.isBetween || view.isOver) return { key: 'happenings.refused.between' };
  const { parameters, breath } = view;
  const cost: Readonly<Record<string, number>> = {
    call: parameters.callBreath,
    report: parameters.reportBreath,
    sound: parameters.soundBreath,
  };
  const costs = cost[control.group === 'call' ? 'call' : control.id];
  if (costs !== undefined && breath < costs) return { key: 'happenings.refused.breath' };
  if (control.group === 'call') return { key: 'happenings.refused.full' };
  return { key: 'happenings.refused.nothing' };
}
