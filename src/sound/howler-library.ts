/** The little of Howler 2.2.4 that is used, so that a test can stand in for it. */
export interface HowlerLibrary {
  readonly Howler: HowlerGlobal;
  readonly Howl: new (options: HowlOptions) => HowlLike;
}

export interface HowlerGlobal {
  autoUnlock: boolean;
  autoSuspend: boolean;
  readonly usingWebAudio: boolean;
  /** Howler's own idea of the context's state. It does not follow the context, so the port writes it. */
  state: string;
  readonly ctx: AudioContext | null;
  readonly masterGain: GainNode | null;
  volume(level: number): unknown;
  mute(on: boolean): unknown;
}

export interface HowlOptions {
  readonly src: string[];
  readonly format: string[];
  readonly sprite: Record<string, [number, number]>;
  readonly onload: () => void;
  readonly onloaderror: () => void;
}

export interface HowlLike {
  play(sprite: string): number | null;
  volume(level: number, id: number): unknown;
  rate(rate: number, id: number): unknown;
  stereo(pan: number, id: number): unknown;
  playing(id: number): boolean;
  fade(from: number, to: number, milliseconds: number, id: number): unknown;
  stop(): unknown;
  unload(): unknown;
}

/** Fetches Howler. Its code makes no audio context until it is first used. */
export async function loadHowler(): Promise<HowlerLibrary> {
  const module = (await import('howler')) as unknown as HowlerLibrary & { readonly default?: HowlerLibrary };
  // Howler is CommonJS: some bundlers name its exports, some hand them over as the default.
  return module.default?.Howler === undefined ? module : module.default;
}
