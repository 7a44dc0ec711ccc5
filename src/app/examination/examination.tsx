/**
 * The muster: one screen with three parts, so that the platform over them is one place throughout. `/muster` is the
 * way up, `/muster/run` the questions, `/muster/result/<id>` what came of them.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter';
import { MusterStage, type MusterStageProps } from '../muster/stage-box.tsx';
import { ROUTES } from '../routes.ts';
import type { ScreenProps } from '../screens.ts';
import { useText } from '../text.ts';
import { Screen } from '../ui/screen.tsx';
import { Landing } from './landing.tsx';
import { Result } from './result.tsx';
import { Run } from './run.tsx';
import './examination.css';

type Part = 'landing' | 'run' | 'result';

function partOf(path: string, attempt: string): Part {
  if (attempt !== '') return 'result';
  return path.endsWith('/run') ? 'run' : 'landing';
}

export default function Examination({ attempt }: ScreenProps): JSX.Element {
  const { t } = useText();
  const [path] = useLocation();
  const part = partOf(path, attempt);
  const [shown, stage] = useState<MusterStageProps>({ rank: null, beat: 0, state: 'waiting' });
  const [heading, setHeading] = useState({ part, words: '' });
  const before = useRef(part);
  useEffect(() => {
    if (before.current === part) return;
    before.current = part;
    scrollTo(0, 0);
    // A question takes the focus itself.
    if (part !== 'run') document.querySelector<HTMLElement>('#page > h1')?.focus({ preventScroll: true });
  }, [part]);
  const way = { stage, name: (words: string) => setHeading({ part, words }) };
  return (
    <Screen
      name={heading.part === part && heading.words !== '' ? heading.words : t('exam.heading')}
      back={{ to: ROUTES.campaign, text: t('page.toCampaign') }}
      class={`muster muster-${part}`}
    >
      <div class="muster-parts">
        <div class="muster-place">
          <MusterStage {...shown} />
        </div>
        <div class="muster-words">
          {part === 'landing' ? <Landing {...way} /> : null}
          {part === 'run' ? <Run {...way} /> : null}
          {part === 'result' ? <Result key={attempt} id={attempt} {...way} /> : null}
        </div>
      </div>
    </Screen>
  );
}
