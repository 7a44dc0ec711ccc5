/// <reference types="vite/client" />
/**
 * Shows the muster platform alone, filling the window: `npx vite`, then /scripts/dev/muster.html?state=result&rank=general.
 * `beat=5`, `calm`, `measure`; `?play` goes through an examination of ten answers and all ranks by itself.
 */
import { openMuster, type MusterRank, type MusterView } from '../../src/stage/muster/index.ts';

const wishes = new URLSearchParams(location.search);
const view: MusterView = {
  state: (wishes.get('state') ?? 'waiting') as MusterView['state'],
  rank: wishes.get('rank') as MusterRank | null,
  beat: Number(wishes.get('beat') ?? 0),
};
const host = document.getElementById('host');
if (host) {
  const heard: string[] = [];
  const muster = await openMuster(
    { host, reducedMotion: wishes.has('calm'), onSound: (what) => heard.push(what) },
    view,
  );
  Object.assign(window, { musterParts: { muster, heard } });
  void muster.firstFrame.then(() => document.body.setAttribute('data-ready', ''));
  if (wishes.has('play')) {
    let beat = 0;
    const timer = setInterval(() => {
      beat++;
      if (beat <= 10) return muster.show({ state: 'asking', rank: null, beat });
      clearInterval(timer);
      muster.show({ state: 'result', rank: view.rank ?? 'marshal', beat: 10 });
    }, 1200);
  }
}
