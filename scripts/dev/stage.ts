/// <reference types="vite/client" />
/**
 * Shows an act's stage alone, without the app: `npx vite`, then /scripts/dev/stage.html?act=duck-pond.
 * `bot=name` lets a bot play, `birds=2000` fills the sky, `speed=4`, `seed=7`, `calm`, `scan`, `measure`, `skip=ticks`.
 */
import type { Act, Bot, TextRef } from '../../src/kernel/act.ts';
import { startRun } from '../../src/kernel/run.ts';
import { Session } from '../../src/kernel/session.ts';
import { openTheatre, type ActStageModule, type Theatre } from '../../src/stage/index.ts';
import { DEFAULT_BINDINGS } from '../../src/stage/input/bindings.ts';

const wishes = new URLSearchParams(location.search);
const id = wishes.get('act') ?? 'duck-pond';
const rules = import.meta.glob<{ act: Act }>('../../src/acts/*/rules/index.ts');
const stages = import.meta.glob<{ stage: ActStageModule }>('../../src/acts/*/stage/index.ts');
const files = import.meta.glob<{ parameters: Record<string, unknown> }>('../../levels/*/act.json', {
  import: 'default',
});
const texts = import.meta.glob<Record<string, unknown>>('../../levels/*/en.json', { import: 'default' });

async function load<Module>(from: Record<string, () => Promise<Module>>, part: string): Promise<Module> {
  const path = Object.keys(from).find((each) => each.includes(part));
  const found = path === undefined ? undefined : from[path];
  if (!found) throw new Error(`no ${part}`);
  return found();
}

const [{ act }, { stage }, file, words] = await Promise.all([
  load(rules, `acts/${id}/`),
  load(stages, `acts/${id}/`),
  load(files, `levels/${id}/`),
  load(texts, `levels/${id}/`),
]);

function lookUp(key: string): unknown {
  return key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], words);
}

function text(ref: TextRef): string {
  const count = ref.values?.['count'];
  const found = lookUp(ref.key) ?? lookUp(`${ref.key}_${count === 1 ? 'one' : 'other'}`) ?? ref.key;
  return (typeof found === 'string' ? found : ref.key).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(ref.values?.[name] ?? ''),
  );
}

const birds = wishes.get('birds');
const parameters = act.parseParameters({
  ...file.parameters,
  ...(birds === null ? {} : { ducks: Number(birds), flockSize: Number(birds) > 300 ? 40 : 12 }),
});
const run = startRun(act, parameters, Number(wishes.get('seed') ?? 7));
const session = new Session(run);
const botName = wishes.get('bot');
const bot: Bot | undefined = botName === null ? undefined : act.bots[botName]?.(1);
const begin = (): void => {
  if (bot) for (const intent of bot.decide(run.state)) session.ask(intent);
};
for (let n = Number(wishes.get('skip') ?? 0); n > 0; n--) {
  begin();
  session.tick();
}
if (bot) {
  begin();
  session.onHappened(() => undefined);
  let seen = act.tick(run.state);
  setInterval(() => {
    if (act.tick(run.state) !== seen) {
      seen = act.tick(run.state);
      begin();
    }
  }, 25);
}
session.speed = Number(wishes.get('speed') ?? 1);
const host = document.getElementById('host');
if (host) {
  const open = async (shown: Session): Promise<Theatre> => {
    const theatre: Theatre = await openTheatre({
      host,
      session: shown,
      act: stage,
      text,
      lang: 'en',
      reducedMotion: wishes.has('calm'),
      captions: !wishes.has('nocaptions'),
      input: DEFAULT_BINDINGS,
      scan: { on: wishes.has('scan'), periodMs: 1200 },
      interactive: bot === undefined,
      onOver: () => document.body.setAttribute('data-over', ''),
      onPauseAsked: () => document.body.setAttribute('data-paused', ''),
    });
    await theatre.firstFrame;
    return theatre;
  };
  const theatre = await open(session);
  document.body.setAttribute('data-ready', '');
  const again = (): Promise<Theatre> => open(new Session(startRun(act, parameters, 1)));
  Object.assign(window, { stageParts: { theatre, session, run, again } });
}
