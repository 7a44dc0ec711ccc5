/** One showing of an act: raises the scene, spends the frames on the session, and joins input, words and drawing. */
import avif from '../../assets/built/theatre.avif';
import theatreFile from '../../assets/built/theatre.json' with { type: 'json' };
import webp from '../../assets/built/theatre.webp';
import type { Control, Happening, TextRef } from '../kernel/act.ts';
import type { ActScene, ActStageModule } from './act-stage.ts';
import { Disposer } from './disposer.ts';
import { raiseScene, warmGame } from './game.ts';
import type { Theatre, TheatreOptions } from './index.ts';
import { Hands } from './input/hands.ts';
import { layOutStage, type StageLayout } from './layout/stage-layout.ts';
import { FrameMeter } from './measure.ts';
import { buildPage } from './overlay/frame-page.ts';
import { pressBeside } from './overlay/beside.ts';
import { Mirrors } from './overlay/mirrors.ts';
import { Panel } from './overlay/panel.ts';
import { Twins } from './overlay/twins.ts';
import { Sharpness } from './sharpness.ts';
import { loadPicture, type SheetSource } from './set/load-sheets.ts';
import { Showing } from './showing.ts';
import './panel.css';
import './theatre.css';

const THEATRE_SHEET: SheetSource = { texture: 'theatre', file: theatreFile, picture: { avif, webp } };
/** Controls and gauges are read this often at least, in milliseconds; at once after something happened. */
const READ_EVERY_MS = 200;
/** The last bow is seen before the curtain falls, and the curtain before the app goes on. */
const BOW_MS = 2000;
const FALL_MS = 900;

/** Loads what a showing of the act needs, ahead of time: call it while the playbill is read. */
export async function prepareTheatre(act: ActStageModule): Promise<void> {
  await Promise.all([THEATRE_SHEET, ...act.sheets].map((sheet) => loadPicture(sheet.picture)));
}

/** Opens the theatre in an empty element that has a size. Rejects when the art cannot be loaded. */
export async function openTheatre(options: TheatreOptions): Promise<Theatre> {
  const { session, act, host, interactive } = options;
  const place = host.getBoundingClientRect();
  await Promise.all([prepareTheatre(act), warmGame(place.width, place.height)]);
  const disposer = new Disposer();
  const { state } = session.run;
  let { input, scan, reducedMotion: calm } = options;
  let text: (ref: TextRef) => string = (ref) => options.text(ref);
  let scene: ActScene | null = null;
  let isClosed = false;
  let focusBefore: string | null = null;
  let sinceReadMs = READ_EVERY_MS;
  let endMs = 0;
  let resolveFirst: () => void = () => undefined;
  const firstFrame = new Promise<void>((resolve) => (resolveFirst = resolve));
  const heard: Happening[] = [];
  const meter = new FrameMeter();
  const sharpness = new Sharpness(window.devicePixelRatio);
  let soften: () => void = () => undefined;

  const scanMs = (): number | null => (scan.on && interactive ? scan.periodMs : null);
  const press = (control: Control): void => {
    if (session.paused || !interactive) return;
    if (!control.enabled) {
      const why = act.why?.(control, state);
      if (why) page.regions.say(why);
    }
    // The rules decide, and say why not; the stage only leans towards it at once.
    session.ask(control.intent);
    scene?.asked(control);
  };
  const pressById = (id: string): void => mirrors.pressById(id);
  const panelGroups = interactive ? (act.panelGroups ?? []) : [];
  const panel =
    panelGroups.length === 0
      ? null
      : new Panel(
          (ref) => text(ref),
          () => recompose(),
          pressById,
        );
  const mirrors = new Mirrors(act, {
    text: (ref) => text(ref),
    place: (id) => scene?.place(id) ?? null,
    press,
    point: (pointing) => scene?.point(pointing),
    scanning: () => scanMs() !== null,
    panel,
    card: (control) => act.panelCard?.(control, state) ?? null,
  });
  const twins = new Twins({
    twin: (id) => scene?.twin?.(id) ?? null,
    isDirect: () => scanMs() === null,
    press: pressById,
    hover: (id, on) => mirrors.hover(id, on),
  });
  const page = buildPage(act, mirrors, text, options.lang);
  page.captions.on = options.captions;
  page.root.toggleAttribute('data-calm', calm);
  if (!interactive) mirrors.element.hidden = true;
  page.slot.after(twins.element);
  const canTouch = (): boolean => interactive && scanMs() === null;
  pressBeside(disposer, { slot: page.slot, listening: canTouch, scene: () => scene, press: pressById });
  if (options.ownPause) page.pause.setAttribute('aria-pressed', 'false');
  host.append(page.root);
  disposer.add(() => page.root.remove());

  const measureLayout = (): StageLayout => {
    const box = page.root.getBoundingClientRect();
    const isTool = (control: Control): boolean => act.toolbarGroups.includes(control.group);
    const tools = (): number => act.mostTools?.(state) ?? session.run.act.controls(state).filter(isTool).length;
    const wish = panel === null ? 'none' : panel.isFolded ? 'folded' : 'open';
    return layOutStage(Math.round(box.width), Math.round(box.height), interactive ? tools() : 0, wish);
  };
  let layout = measureLayout();

  const pause = (asked: boolean): void => {
    if (session.paused || session.isOver) return;
    session.paused = true;
    focusBefore = mirrors.focused;
    showing.lamp.goal = 0.16;
    tellPause();
    if (asked) options.onPauseAsked();
  };
  const resume = (): void => {
    session.paused = false;
    showing.lamp.goal = 1;
    tellPause();
    // The focus comes back to what it was on, unless whoever resumed has put it somewhere already.
    requestAnimationFrame(() => {
      if (!isClosed && focusBefore !== null && document.activeElement === document.body) mirrors.focus(focusBefore);
    });
  };
  const isResting = (): boolean => options.ownPause === true && session.paused && !isClosed;
  const tellPause = (): void => {
    if (options.ownPause) page.pause.setAttribute('aria-pressed', String(session.paused));
  };
  const read = (): void => {
    sinceReadMs = 0;
    if (interactive) {
      const controls = session.run.act.controls(state);
      scene?.offered?.(controls);
      panel?.setHead(act.panelHead?.(state) ?? null);
      mirrors.update(controls);
      twins.update(controls);
      hands.seat(act.seats?.(state) ?? []);
    }
    page.placeCaptions(act.captions?.(layout, state) ?? layout.captions);
    page.gauges.update(session.run.act.gauges(state));
  };

  disposer.add(
    session.onHappened((happened) => {
      heard.push(...happened);
      page.regions.hear(happened);
      for (const each of happened) {
        const caption = act.voice.caption(each);
        if (caption) page.captions.show(caption);
        const nudged = act.nudge?.(each);
        if (nudged !== undefined && nudged !== null) page.gauges.nudge(nudged);
      }
      sinceReadMs = READ_EVERY_MS;
      options.onHappened?.(happened);
    }),
  );

  const hands = new Hands(disposer, {
    root: page.root,
    pauseButton: page.pause,
    mirrors,
    toolbarGroups: act.toolbarGroups,
    panelGroups,
    bindings: () => input,
    scanMs,
    listening: () => interactive && !session.paused && !isClosed,
    resting: () => interactive && isResting(),
    press,
    pause: () => (isResting() ? resume() : pause(true)),
    note: (ref) => {
      page.regions.say(ref);
      page.captions.show(ref);
    },
  });
  disposer.listen(document, 'visibilitychange', () => {
    if (document.hidden) pause(true);
  });

  const showing = new Showing({
    sheets: [THEATRE_SHEET, ...act.sheets],
    lampAt: act.lamp,
    layout: () => layout,
    calm: () => calm,
    drawn: () => resolveFirst(),
    created: (stage) => {
      scene = act.build(stage, state);
      scene.resize(layout);
      page.arrange(layout);
      read();
      mirrors.arrange(layout);
    },
    update: (elapsedMs, isOpen) => {
      const from = meter.on ? performance.now() : 0;
      if (isOpen) session.spend(elapsedMs);
      if (heard.length > 0) {
        scene?.happened(heard);
        heard.length = 0;
      }
      const still = session.paused || !isOpen;
      if (!showing.isHoldingBreath || still) {
        scene?.draw({
          state,
          between: Math.min(1, session.between),
          playMs: still ? 0 : elapsedMs * session.speed,
          wallMs: elapsedMs,
          calm,
        });
      }
      sinceReadMs += elapsedMs;
      if (sinceReadMs >= READ_EVERY_MS) read();
      if (!session.paused) {
        page.captions.letPass(elapsedMs);
        page.regions.letPass(elapsedMs, state);
        if (interactive) hands.letPass(elapsedMs, isOpen);
      }
      if (meter.on) meter.add(performance.now() - from);
      if (session.isOver) finish(elapsedMs);
      if (isOpen && !session.paused && sharpness.judge(elapsedMs)) soften();
      options.onFrame?.();
    },
  });
  disposer.add(meter.show(() => ({ ...showing.counts(), ...scene?.counts() })));

  /** Everything in its place again: the theatre has another size, or the panel another room. */
  const recompose = (): void => {
    if (scene === null || isClosed) return;
    layout = measureLayout();
    showing.rearrange();
    scene.resize(layout);
    page.arrange(layout);
    mirrors.arrange(layout);
    read();
  };

  const finish = (elapsedMs: number): void => {
    if (endMs < 0) return;
    endMs += elapsedMs;
    if (endMs >= BOW_MS) showing.fall();
    if (endMs >= BOW_MS + FALL_MS) {
      endMs = -1;
      options.onOver();
    }
  };

  const raised = await raiseScene(
    page.slot,
    { width: layout.width, height: layout.height, ratio: sharpness.ratio },
    showing,
  );
  const resize = (): void => {
    // Taken out of the page and not closed yet: there is no room to be composed for.
    if (page.root.clientWidth === 0 || page.root.clientHeight === 0) return;
    const now = measureLayout();
    if (isClosed || (now.width === layout.width && now.height === layout.height)) return;
    raised.resize(now.width, now.height, sharpness.ratio);
    recompose();
  };
  soften = () => {
    raised.resize(layout.width, layout.height, sharpness.ratio);
    showing.refit();
  };
  const observer = new ResizeObserver(resize);
  observer.observe(page.root);
  disposer.add(() => observer.disconnect());

  return {
    firstFrame,
    pause: () => pause(false),
    resume,
    setSpeed: (speed) => {
      session.speed = speed;
    },
    setReducedMotion: (on) => {
      calm = on;
      page.root.toggleAttribute('data-calm', on);
    },
    setCaptions: (on) => {
      page.captions.on = on;
      if (!on) page.captions.clear();
    },
    setText: (words, lang) => {
      text = words;
      page.setText(words, lang);
      panel?.setText(words);
      mirrors.rename();
    },
    setBindings: (bindings) => {
      input = bindings;
    },
    setScan: (choice) => {
      scan = choice;
      hands.resetScan();
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      disposer.dispose();
      scene?.close();
      scene = null;
      raised.lower();
    },
  };
}
