/**
 * What an act gives to the theatre: where its things stand, how its state is drawn, and which words go with what
 * happens. The theatre owns lamp, frame, curtain, input, gauges, captions and live regions; the act's scene only draws.
 */
import type { Control, Happening, TextRef } from '../kernel/act.ts';
import type { Box, StageLayout } from './layout/stage-layout.ts';
import type { SheetSource } from './set/load-sheets.ts';
import type { Stage } from './stage.ts';

/** How a gauge is drawn: a number beside its icon, a bar that empties, notches of rounds, or the clock of the round. */
export type GaugeForm = 'count' | 'bar' | 'rounds' | 'clock';

/** What one frame of drawing needs to know. */
export interface Frame<State = unknown> {
  readonly state: State;
  /** Share of the current tick gone by, 0..1. */
  readonly between: number;
  /** Milliseconds of play since the last frame: 0 while paused, scaled by the chosen speed. */
  readonly playMs: number;
  /** Milliseconds since the last frame on the wall, for things that move even while the play is held for a breath. */
  readonly wallMs: number;
  /** No shake, parallax or flicker; cross-fades only. */
  readonly calm: boolean;
}

/** How strongly a control is being pointed at, for the light that answers on the stage. */
export interface Pointing {
  readonly hovered: string | null;
  readonly focused: string | null;
  readonly scanned: string | null;
}

/** The act on the stage. Made once per showing; `close` gives back everything it took. */
export interface ActScene<State = unknown, Happened extends Happening = Happening> {
  draw(frame: Frame<State>): void;
  /** Hears what happened in each tick before the next frame is drawn. */
  happened(happened: readonly Happened[]): void;
  /** Answers an intent at once, before the rules have: a lean, a flash of the lamp. */
  asked(control: Control): void;
  /** Where the button of a control stands, in CSS pixels of the stage; null for toolbar controls. */
  place(controlId: string): Box | null;
  point(pointing: Pointing): void;
  resize(layout: StageLayout): void;
  close(): void;
  /** Numbers for the bench (`?measure`): sprites, birds drawn, pooled objects. */
  counts(): Readonly<Record<string, number>>;
}

/** What is said (live region) and captioned about happenings. */
export interface Voice<State = unknown, Happened extends Happening = Happening> {
  /** Sums up one stretch of happenings in at most a few sentences, most important first. */
  tell(happened: readonly Happened[], state: State): readonly Told[];
  /** Caption for one happening that makes a sound, or null for one that is silent. */
  caption(happened: Happened): Caption | null;
}

export interface Caption extends TextRef {
  /** Heard all the time: it never takes the place of a caption that tells something new. */
  readonly ambient?: true;
}

export interface Told {
  readonly text: TextRef;
  /** Assertive interrupts: kept for what the player must know now. */
  readonly urgent?: boolean;
}

export interface ActStageModule<State = unknown, Happened extends Happening = Happening> {
  /** The folder's name under `levels/`. */
  readonly id: string;
  /** The act's own atlases, beside the theatre's. */
  readonly sheets: readonly SheetSource[];
  /** Icon (file name under assets/icons, no ending) of each toolbar control and gauge, by id. */
  readonly icons: Readonly<Record<string, string>>;
  /** Controls of these groups stand in the toolbar; all others are placed by the scene. Order is reading order. */
  readonly toolbarGroups: readonly string[];
  /** Name of each group of controls, for the screen reader. */
  readonly groupNames: Readonly<Record<string, TextRef>>;
  readonly gaugeForms: Readonly<Record<string, GaugeForm>>;
  /** What the stage is, for those who do not see it. */
  readonly description: TextRef;
  readonly voice: Voice<State, Happened>;
  /** Why a control that is not enabled cannot be used now; told when it is pressed all the same. */
  why?(control: Control, state: State): TextRef | null;
  /** The gauge to which a happening draws the eye, such as the effort that did not suffice. */
  nudge?(happened: Happened): string | null;
  /** Where the middle of the lamp's light lies, in shares of the opening. */
  readonly lamp: { readonly x: number; readonly y: number };
  build(stage: Stage, state: State): ActScene<State, Happened>;
}
