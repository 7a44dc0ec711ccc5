/** What the theatre lends an act's scene: Phaser's scene, the lamp, the painter, and where things stand. */
import type * as Phaser from 'phaser';
import type { Lamp } from './light/lamp.ts';
import type { StageLayout } from './layout/stage-layout.ts';
import type { Painter } from './set/painter.ts';
import type { PuppetShop } from './puppet/shop.ts';

/** Painting order, from the back of the screen to the audience. */
export const DEPTH = {
  sky: 0,
  moon: 10,
  hills: 20,
  flock: 30,
  water: 40,
  swimming: 50,
  shore: 2000,
  feeding: 2100,
  host: 4000,
  near: 5000,
  effects: 5200,
  light: 6000,
  marks: 6100,
  curtain: 7000,
  edge: 8000,
} as const;

export interface Stage {
  readonly scene: Phaser.Scene;
  readonly lamp: Lamp;
  readonly painter: Painter;
  readonly puppets: PuppetShop;
  readonly layout: StageLayout;
  readonly calm: boolean;
  /** Stops what is drawn (never the rules) for a breath, 60 to 120 ms. */
  holdBreath(ms: number): void;
  /** Shakes the screen a little; does nothing in calm. `strength` in CSS pixels. */
  shake(strength: number): void;
}
