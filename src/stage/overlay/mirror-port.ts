/** What the mirrors need of the theatre around them, and what they keep of each button. */
import type { Control, TextRef } from '../../kernel/act.ts';
import type { PanelCard, Pointing } from '../act-stage.ts';
import type { Box } from '../layout/stage-layout.ts';
import type { OrderFace } from './order-face.ts';
import type { Panel } from './panel.ts';

export interface MirrorPort {
  text(ref: TextRef): string;
  place(id: string): Box | null;
  /** The control was pressed, by whatever means the browser knows. */
  press(control: Control): void;
  /** True while one switch has every press. */
  scanning(): boolean;
  point(pointing: Pointing): void;
  /** Where the controls of the panel's groups stand; null when there is no panel. */
  readonly panel: Panel | null;
  card(control: Control): PanelCard | null;
}

export interface Mirror {
  control: Control;
  readonly button: HTMLButtonElement;
  readonly label: HTMLElement;
  /** What is seen of a button in the panel. */
  readonly face: OrderFace | null;
  /** The word that is seen on the tool that calls. */
  readonly word: HTMLElement | null;
  written: string;
}
