/** The duck pond's stage: what the theatre needs to show the act. */
import avif from '../../../../assets/built/duck-pond.avif';
import pondFile from '../../../../assets/built/duck-pond.json' with { type: 'json' };
import webp from '../../../../assets/built/duck-pond.webp';
import type { Control, TextRef } from '../../../kernel/act.ts';
import type { ActStageModule } from '../../../stage/act-stage.ts';
import type { PondHappening } from '../rules/happenings.ts';
import type { PondState } from '../rules/state.ts';
import { PondScene } from './scene.ts';
import { voice } from './voice.ts';

export const stage: ActStageModule<PondState, PondHappening> = {
  id: 'duck-pond',
  sheets: [{ texture: 'duck-pond', file: pondFile, picture: { avif, webp } }],
  icons: {
    'tool-bolt': 'tool-bolt',
    'tool-grain': 'tool-grain',
    'tool-glue': 'tool-glue',
    'tool-hand': 'tool-hand',
    sleep: 'evening',
    effort: 'gauge-effort',
    yours: 'gauge-yours',
    held: 'gauge-held',
  },
  toolbarGroups: ['tool', 'action'],
  groupNames: {
    tool: { key: 'tools.group' },
    action: { key: 'actions.group' },
    spot: { key: 'spots.group' },
  },
  gaugeForms: { evening: 'rounds', time: 'clock', effort: 'bar', yours: 'count', held: 'count' },
  description: { key: 'actions.stage' },
  lamp: { x: 0.51, y: 0.68 },
  voice,
  why: findWhy,
  nudge: (happened) => (happened.what === 'refused' && happened.why === 'effort' ? 'effort' : null),
  build: (stage, state) => new PondScene(stage, state),
};

/** Why a control is not enabled now. */
function findWhy(control: Control, state: PondState): TextRef | null {
  if (control.enabled) return null;
  if (state.isNight || state.evening === 0) return { key: 'happenings.refused.night' };
  if (!control.id.startsWith('spot-')) return null;
  const at = Number(control.id.slice('spot-'.length));
  const { parameters } = state;
  const cost = {
    bolt: parameters.boltEffort,
    grain: parameters.grainEffort,
    glue: parameters.glueEffort,
    hand: parameters.gatherEffort,
  }[state.tool];
  if (state.effort < cost) return { key: 'happenings.refused.effort' };
  if (state.tool === 'hand' || state.tool === 'bolt')
    return { key: 'happenings.refused.empty', values: { spot: at + 1 } };
  return { key: 'happenings.refused.full', values: { spot: at + 1 } };
}
