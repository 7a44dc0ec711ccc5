/** Coming into a team: the code, a look at what will be seen, a name, the words for coming back. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useStore } from 'zustand';
import type { Joined, JoinLook } from '../../wire/joining.ts';
import { usePartText, useParts } from '../part-text.ts';
import { player } from '../player.ts';
import { ROUTES } from '../routes.ts';
import { useText } from '../text.ts';
import { useTyped } from '../typed-names.ts';
import { LampLoading } from '../ui/loading.tsx';
import { PlaceLink } from '../ui/place.tsx';
import { Screen } from '../ui/screen.tsx';
import { PartComing } from '../ui/part-coming.tsx';
import { CodeStep } from './code-step.tsx';
import { LookStep } from './look-step.tsx';
import { SecondStep } from './second-step.tsx';
import { readAddress } from './typed-code.ts';
import { WordsStep } from './words-step.tsx';
import './joining.css';

type Step =
  | { readonly at: 'code' | 'second' }
  | { readonly at: 'look'; readonly code: string; readonly look: JoinLook }
  | { readonly at: 'words' | 'in'; readonly joined: Joined; readonly renamed: boolean };

export default function Join(): JSX.Element {
  const { t } = useText();
  const arriving = useParts('join', 'server');
  if (arriving.state === 'here') return <Steps />;
  return (
    <Screen name={t('campaign.join')} narrow>
      <PartComing arriving={arriving} />
    </Screen>
  );
}

function Steps(): JSX.Element {
  const { t } = usePartText('join');
  const { t: shell } = useText();
  const { place, team, name } = useStore(player.team.store);
  const [given, setGiven] = useState(() => readAddress(location.hash));
  const [step, go] = useState<Step>({ at: given.pair === '' ? 'code' : 'second' });
  useEffect(() => {
    // A code in the address would be used again by a reload, and stay in the browser's history.
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  useTyped(step.at === 'look' ? step.look.team : (team ?? ''));
  const back = { to: ROUTES.campaign, text: shell('page.toCampaign') };
  const startAnew = (): void => {
    // What the address brought has been used.
    setGiven({ code: '', pair: '' });
    go({ at: 'code' });
  };
  /** `asked`: the name that was wished for; whoever comes back on a second device wished for none. */
  const onJoined = (joined: Joined, asked = joined.name): void =>
    go({ at: joined.recovery.length > 0 ? 'words' : 'in', joined, renamed: joined.name !== asked });
  const names = {
    code: t('heading'),
    second: t('second.heading'),
    look: t('look.heading', { team: step.at === 'look' ? step.look.team : '' }),
    words: t('words.heading'),
    in: t('in.heading'),
  };
  if (place === 'unknown')
    return (
      <Screen name={t('heading')} back={back} narrow>
        <LampLoading />
      </Screen>
    );
  if (place === 'member' && step.at !== 'words' && step.at !== 'in')
    return (
      <Screen key="member" name={t('heading')} back={back} narrow>
        <section class="sheet">
          <p class="large">{t('member.text', { team, name })}</p>
          <p>{t('member.other')}</p>
          <div class="buttons">
            <PlaceLink to={ROUTES.settings} class="button button-main">
              {t('member.settings')}
            </PlaceLink>
          </div>
        </section>
      </Screen>
    );
  return (
    <Screen key={step.at} name={names[step.at]} back={back} narrow class="joining">
      {step.at === 'code' ? (
        <CodeStep
          given={given.code}
          onLook={(code, look) => go({ at: 'look', code, look })}
          onSecond={() => go({ at: 'second' })}
        />
      ) : null}
      {step.at === 'second' ? <SecondStep given={given.pair} onJoined={onJoined} onBack={startAnew} /> : null}
      {step.at === 'look' ? (
        <LookStep code={step.code} look={step.look} onJoined={onJoined} onBack={startAnew} />
      ) : null}
      {step.at === 'words' ? (
        <WordsStep numbers={step.joined.recovery} onDone={() => go({ ...step, at: 'in' })} />
      ) : null}
      {step.at === 'in' ? <In joined={step.joined} renamed={step.renamed} /> : null}
    </Screen>
  );
}

interface InProps {
  readonly joined: Joined;
  /** Whether the name is another one than was wished for. */
  readonly renamed: boolean;
}

function In({ joined: { name, team }, renamed }: InProps): JSX.Element {
  const { t } = usePartText('join');
  return (
    <section class="sheet">
      <p class="large">{t('in.text', { name, team })}</p>
      <p>{t('in.delivery')}</p>
      {renamed ? <p>{t('in.renamed', { name })}</p> : null}
      <div class="buttons">
        <PlaceLink to={ROUTES.campaign} class="button button-main">
          {t('in.go')}
        </PlaceLink>
      </div>
    </section>
  );
}
