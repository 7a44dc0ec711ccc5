/** The campaign's stage: what the theatre needs to show the act. */
import avif from '../../../../assets/built/air-before-infantry.avif';
import provinceFile from '../../../../assets/built/air-before-infantry.json' with { type: 'json' };
import webp from '../../../../assets/built/air-before-infantry.webp';
import type { Control, TextRef } from '../../../kernel/act.ts';
import type { ActStageModule } from '../../../stage/act-stage.ts';
import type { Box, StageLayout } from '../../../stage/layout/stage-layout.ts';
import type { CampaignHappening } from '../rules/happenings.ts';
import type { CampaignState } from '../rules/state.ts';
import { cardOf, headPanel } from './order-cards.ts';
import { ProvinceScene } from './scene.ts';
import { findWhy, nudgeGauge, voice } from './voice.ts';

export const stage: ActStageModule<CampaignState, CampaignHappening> = {
  id: 'air-before-infantry',
  sheets: [{ texture: 'air-before-infantry', file: provinceFile, picture: { avif, webp } }],
  icons: {
    'order-recon': 'order-recon',
    'order-posters': 'order-posters',
    'order-exhibition': 'order-exhibition',
    'order-mail': 'order-mail',
    'order-infantry': 'order-infantry',
    'order-website': 'order-website',
    'order-supply': 'order-supply',
    undo: 'undo',
    'undo-all': 'undo-all',
    march: 'march',
    week: 'gauge-week',
    purse: 'gauge-purse',
    income: 'gauge-income',
    held: 'gauge-towns',
    worth: 'gauge-worth',
  },
  toolbarGroups: ['action'],
  call: 'march',
  callWord: wordOf,
  panelGroups: ['order', 'province'],
  panelHead: headPanel,
  panelCard: cardOf,
  groupNames: {
    town: { key: 'towns.group' },
    order: { key: 'orders.group' },
    province: { key: 'orders.provinceGroup' },
    action: { key: 'actions.group' },
  },
  gaugeForms: { week: 'rounds', purse: 'count', income: 'count', held: 'count', worth: 'count' },
  description: { key: 'actions.stage' },
  captions: placeCaptions,
  lamp: { x: 0.56, y: 0.56 },
  voice,
  why: findWhy,
  nudge: nudgeGauge,
  build: (stage, state) => new ProvinceScene(stage, state),
};

/** A week with orders is marched through; one without is let pass. */
function wordOf({ text }: Control): TextRef {
  return { key: text.key === 'actions.rest' ? 'actions.word.rest' : 'actions.word.march' };
}

/** High under the valance: the sky below is the kites'. */
function placeCaptions({ form, opening, captions }: StageLayout): Box {
  if (form === 'kiosk') return captions;
  return { x: opening.x + 8, y: opening.y - (form === 'wide' ? 0 : 6), width: opening.width - 16, height: 56 };
}
