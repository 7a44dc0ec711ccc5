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

/**
 * One player's direct controls: keys, the gamepad's cross and a thumb press them at once, and the focus stays where it
 * is. One seat: the arrow keys and the first gamepad. Two seats: the first has W A S D, the space bar and the first
 * gamepad, the second the arrow keys, Enter and the second gamepad. All fields but `side` are ids of controls.
 */
export interface Seat {
  /** The side of a touch screen at which this player sits; in a tall one `left` is the lower half. */
  readonly side: 'left' | 'right';
  readonly left?: string;
  readonly right?: string;
  readonly up?: string;
  readonly down?: string;
  /** Pressed by Enter or the space bar (while no button is visibly focused), and by the gamepad's first button. */
  readonly act?: string;
  /** Further controls in the order of the gamepad's other buttons: west, north, east, right and left shoulder. */
  readonly also?: readonly string[];
  /** Said and captioned when the act opens with two seats and single-letter keys are switched off. */
  readonly withoutLetters?: TextRef;
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
  /** A second place where a pointer may press a control, such as on a map; it may move with the state. */
  twin?(controlId: string): Box | null;
  point(pointing: Pointing): void;
  /** The control that a finger means which touches the stage beside all buttons; null for none. CSS pixels. */
  nearest?(x: number, y: number): string | null;
  /** Everything that can be acted on, whenever it has been read anew: which of the drawn controls are there, and lit. */
  offered?(controls: readonly Control[]): void;
  resize(layout: StageLayout): void;
  close(): void;
  /** Numbers for the bench (`?measure`): sprites, birds drawn, pooled objects. */
  counts(): Readonly<Record<string, number>>;
}

/** What is said (live region) and captioned about happenings. */
export interface Voice<State = unknown, Happened extends Happening = Happening> {
  /** Sums up one stretch of happenings in at most a few sentences, most important first. */
  tell(happened: readonly Happened[], state: State): readonly Told[];
  /** What must be told in the frame in which it happens, however short ago something else was told. Keep it rare. */
  isUrgent?(happened: Happened, state: State): boolean;
  /** Caption for one happening that makes a sound, or null for one that is silent. */
  caption(happened: Happened): Caption | null;
}

export interface Caption extends TextRef {
  /** Heard all the time: it never takes the place of a caption that tells something new. */
  readonly ambient?: true;
  /** The storyteller's own words and no sound: shown to those too who have no use for captions, and kept to be read. */
  readonly isStory?: true;
}

export interface Told {
  readonly text: TextRef;
  /** Assertive interrupts: kept for what the player must know now. */
  readonly urgent?: boolean;
}

/** What the panel of orders is about, such as the chosen town. */
export interface PanelHead {
  /** Changes when the panel is about something else: a folded panel then opens. */
  readonly id: string;
  readonly title: TextRef;
  /**
   * Ids of the controls that choose what comes before and after it. They stand beside the title for a thumb, where a crowded
   * stage has no room for large buttons.
   */
  readonly steps?: { readonly before: string; readonly after: string };
  /** Short facts, each a line or a part of one. */
  readonly facts: readonly TextRef[];
  /** What the storyteller has to say about it now. */
  readonly note?: TextRef;
  /** What is planned so far and what it will come to; it stands under the buttons. */
  readonly plan?: { readonly title: TextRef; readonly lines: readonly TextRef[]; readonly sum: TextRef };
}

/** What a button of the panel shows to the eye; whoever listens hears the control's own text. */
export interface PanelCard {
  readonly name: TextRef;
  readonly price?: TextRef;
  /** What it will do, or why it cannot be done. */
  readonly detail?: TextRef;
  /** What is missing for it to be done at all; what it would do stands in `detail` all the same. */
  readonly lack?: TextRef;
  /** How sure that is: certain to be done, open, or certain to fail. Drawn as a full, a half and an empty disc. */
  readonly omen?: 'sure' | 'open' | 'lost';
  /** It has been given already. */
  readonly isGiven?: boolean;
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
  /** The tool that sets going what has been prepared: it is lit for as long as it can be pressed. */
  readonly call?: string;
  /** The word that is seen on that tool, beside its sign; it is a part of the control's own text. */
  callWord?(control: Control): TextRef;
  /**
   * Controls of these groups stand in a panel of paper beside the stage (upright: under it), with visible words. Their
   * `panelCard` says which; the button that folds it has the head's title for its name.
   */
  readonly panelGroups?: readonly string[];
  panelHead?(state: State): PanelHead | null;
  panelCard?(control: Control, state: State): PanelCard | null;
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
  /** Who presses what directly, now. Without seats the arrows walk the focus over the buttons. One or two. */
  seats?(state: State): readonly Seat[];
  /** The most controls that the toolbar ever holds in this showing; room is kept for them. */
  mostTools?(state: State): number;
  /** Where captions stand, when not at the top of the opening. */
  captions?(layout: StageLayout, state: State): Box;
  /** Where the middle of the lamp's light lies, in shares of the opening. */
  readonly lamp: { readonly x: number; readonly y: number };
  build(stage: Stage, state: State): ActScene<State, Happened>;
}
