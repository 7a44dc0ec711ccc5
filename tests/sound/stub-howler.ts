import type { HowlerGlobal, HowlerLibrary, HowlLike, HowlOptions } from '../../src/sound/howler-library.ts';

/** A gain or another parameter: remembers what was written into it last. */
class StubParam {
  value = 1;
  /** Everything that was ever written. */
  readonly written: number[] = [];
  private write(value: number): this {
    this.value = value;
    this.written.push(value);
    return this;
  }
  setValueAtTime(value: number): this {
    return this.write(value);
  }
  linearRampToValueAtTime(value: number): this {
    return this.write(value);
  }
  setTargetAtTime(value: number): this {
    return this.write(value);
  }
  cancelScheduledValues(): this {
    return this;
  }
}

export class StubNode {
  readonly gain = new StubParam();
  readonly outs: unknown[] = [];
  connect(to: unknown): void {
    this.outs.push(to);
  }
  disconnect(): void {}
}

export class StubPanner extends StubNode {
  readonly pan = new StubParam();
}

class StubLimiter extends StubNode {
  readonly threshold = new StubParam();
  readonly knee = new StubParam();
  readonly ratio = new StubParam();
  readonly attack = new StubParam();
  readonly release = new StubParam();
}

export class StubSource extends StubNode {
  buffer: unknown = null;
  loop = false;
  loopStart = 0;
  loopEnd = 0;
  onended: (() => void) | null = null;
  started: { readonly at: number; readonly offset: number } | undefined;
  stopped: number | undefined;
  start(at: number, offset: number): void {
    this.started = { at, offset };
  }
  stop(at: number): void {
    this.stopped = at;
  }
}

/** A context whose state and clock the test moves. `refuses` makes `resume` fail as iOS does during a call. */
export class StubContext {
  state = 'suspended';
  currentTime = 0;
  onstatechange: (() => void) | null = null;
  refuses: 'no' | 'rejects' | 'throws' = 'no';
  resumed = 0;
  readonly sources: StubSource[] = [];
  become(state: string): void {
    this.state = state;
    this.onstatechange?.();
  }
  async resume(): Promise<void> {
    this.resumed++;
    if (this.refuses === 'rejects') throw new Error('InvalidStateError');
    this.become('running');
  }
  async suspend(): Promise<void> {
    this.become('suspended');
  }
  readonly gains: StubNode[] = [];
  readonly panners: StubPanner[] = [];
  createGain(): StubNode {
    const gain = new StubNode();
    this.gains.push(gain);
    return gain;
  }
  createStereoPanner(): StubPanner {
    const panner = new StubPanner();
    this.panners.push(panner);
    return panner;
  }
  readonly destination = new StubNode();
  createDynamicsCompressor(): StubLimiter {
    return new StubLimiter();
  }
  createBufferSource(): StubSource {
    const source = new StubSource();
    this.sources.push(source);
    return source;
  }
  async decodeAudioData(): Promise<unknown> {
    const samples = new Float32Array(48_000 * 20);
    return { numberOfChannels: 1, sampleRate: 48_000, getChannelData: () => samples };
  }
}

export interface StubHowler {
  readonly library: HowlerLibrary;
  readonly global: HowlerGlobal & { level: number; muted: boolean };
  /** Every context that was made: none before a gesture, one after it. */
  readonly contexts: StubContext[];
  readonly howls: (HowlLike & { readonly options: HowlOptions; readonly gone: boolean })[];
  readonly played: { readonly sprite: string; volume: number; pan: number; rate: number }[];
}

/** A Howler that behaves as 2.2.4 does where the port depends on it: the context is made by the first use of volume or mute. */
export function stubHowler({ webAudio = true }: { readonly webAudio?: boolean } = {}): StubHowler {
  const contexts: StubContext[] = [];
  const howls: StubHowler['howls'] = [];
  const played: StubHowler['played'] = [];
  let context: StubContext | null = null;
  const setUp = (): void => {
    if (context !== null || !webAudio) return;
    context = new StubContext();
    contexts.push(context);
  };
  const global = {
    autoUnlock: true,
    autoSuspend: true,
    usingWebAudio: webAudio,
    state: 'suspended',
    level: 1,
    muted: false,
    get ctx() {
      return context as unknown as AudioContext | null;
    },
    get masterGain() {
      return context === null ? null : (new StubNode() as unknown as GainNode);
    },
    volume(level: number) {
      setUp();
      global.level = level;
    },
    mute(on: boolean) {
      setUp();
      global.muted = on;
    },
  };
  class Howl implements HowlLike {
    gone = false;
    readonly options: HowlOptions;
    constructor(options: HowlOptions) {
      this.options = options;
      setUp();
      howls.push(this);
    }
    play(sprite: string): number {
      return played.push({ sprite, volume: 1, pan: 0, rate: 1 }) - 1;
    }
    private sound(id: number): { volume: number; pan: number; rate: number } {
      const found = played[id];
      if (found === undefined) throw new Error('no such sound');
      return found;
    }
    volume(level: number, id: number): void {
      this.sound(id).volume = level;
    }
    rate(rate: number, id: number): void {
      this.sound(id).rate = rate;
    }
    stereo(pan: number, id: number): void {
      this.sound(id).pan = pan;
    }
    playing(): boolean {
      return true;
    }
    fade(_from: number, to: number, _milliseconds: number, id: number): void {
      this.sound(id).volume = to;
    }
    stop(): void {}
    unload(): void {
      this.gone = true;
    }
  }
  return { library: { Howler: global, Howl }, global, contexts, howls, played };
}

/** A page with a visibility and events that are trusted or not. */
export class StubPage {
  visibilityState = 'visible';
  private readonly listeners = new Map<string, Set<(event: Event) => void>>();
  addEventListener(type: string, listener: (event: Event) => void): void {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  }
  removeEventListener(type: string, listener: (event: Event) => void): void {
    this.listeners.get(type)?.delete(listener);
  }
  fire(type: string, isTrusted = true): void {
    for (const listener of this.listeners.get(type) ?? []) listener({ type, isTrusted } as Event);
  }
  show(visible: boolean): void {
    this.visibilityState = visible ? 'visible' : 'hidden';
    this.fire('visibilitychange');
  }
  count(): number {
    return [...this.listeners.values()].reduce((sum, set) => sum + set.size, 0);
  }
}
