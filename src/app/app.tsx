/** The table of screens. The title is here at once; every other screen is a chunk that comes when it is wanted. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Route, Router, Switch, useLocation } from 'wouter';
import { CAMPAIGN, isOpen } from './acts.ts';
import { ROUTES } from './routes.ts';
import { askAhead } from './play/ahead.ts';
import { SCREENS, warmUp, type LaterScreen, type Load, type ScreenProps } from './screens.ts';
import { useText } from './text.ts';
import { layer } from './sound/cues.ts';
import { CueCaptions } from './sound/cue-captions.tsx';
import { Guard } from './ui/guard.tsx';
import { LampLoading } from './ui/loading.tsx';
import { PartComing } from './ui/part-coming.tsx';
import { PlaceLink } from './ui/place.tsx';
import { Screen } from './ui/screen.tsx';
import { useArriving } from './ui/arriving.ts';
import { Title } from './title/title.tsx';

function Later(props: ScreenProps & { readonly name: LaterScreen }): JSX.Element {
  const { t } = useText();
  const load: Load = SCREENS[props.name];
  const arriving = useArriving(props.name, load);
  if (arriving.state === 'coming') return <LampLoading />;
  if (arriving.state === 'lost')
    return (
      <Screen name={t('error.heading')} narrow>
        <PartComing arriving={arriving} />
      </Screen>
    );
  const Shown = arriving.thing.default;
  return <Shown act={props.act} attempt={props.attempt} />;
}

/** A screen of an act: only for acts that are ready; for the others it says so. */
function OfAct(props: ScreenProps & { readonly name: LaterScreen }): JSX.Element {
  if (isOpen(props.act)) return <Later key={`${props.name} ${props.act} ${props.attempt}`} {...props} />;
  return CAMPAIGN.includes(props.act) ? <Nowhere text="error.rehearsalText" name="error.rehearsal" /> : <Nowhere />;
}

function Nowhere(props: { readonly name?: 'error.rehearsal'; readonly text?: 'error.rehearsalText' }): JSX.Element {
  const { t } = useText();
  return (
    <Screen name={t(props.name ?? 'error.lost')} narrow>
      <section class="sheet">
        <p class="large">{t(props.text ?? 'error.lostText')}</p>
      </section>
      <div class="buttons">
        <PlaceLink to={ROUTES.campaign} class="button button-main">
          {t('page.toCampaign')}
        </PlaceLink>
      </div>
    </Screen>
  );
}

// The screen of the address comes while the language is still on its way.
askAhead(location.pathname);
warmUp(location.pathname);

/** Softer than the play itself. */
const ROAD_LEVEL = 0.5;

const OF_ACT = ['playbill', 'play', 'reveal', 'workshop', 'debrief'] as const;
const OWN = ['welcome', 'campaign', 'drill', 'settings', 'join', 'claim'] as const;

/** The muster's three parts are one screen: its platform stays where it is from the first question to the rank. */
const MUSTER = /^\/muster(?:\/run|\/result\/(?<attempt>[^/]+))?\/?$/;

/** The music of the road between the acts; on the stage and in the workshop the act has its own. */
function useRoadMusic(): void {
  const [path] = useLocation();
  useEffect(() => layer('title', /\/(play|workshop)$/.test(path) ? 0 : ROAD_LEVEL), [path]);
}

export function App(): JSX.Element {
  useRoadMusic();
  return (
    <Guard>
      <Router>
        <Switch>
          <Route path={ROUTES.title}>
            <Title />
          </Route>
          {OWN.map((name) => (
            <Route key={name} path={ROUTES[name]}>
              <Later key={name} name={name} act="" attempt="" />
            </Route>
          ))}
          <Route path={MUSTER}>
            {(params: { readonly attempt?: string }) => <Later name="muster" act="" attempt={params.attempt ?? ''} />}
          </Route>
          <Route path={ROUTES.honour}>
            {({ attempt }) => <Later key={attempt} name="honour" act="" attempt={attempt} />}
          </Route>
          {OF_ACT.map((name) => (
            <Route key={name} path={ROUTES[name]}>
              {(params: { readonly act?: string; readonly attempt?: string }) => (
                <OfAct name={name} act={params.act ?? ''} attempt={params.attempt ?? ''} />
              )}
            </Route>
          ))}
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Router>
      <CueCaptions />
    </Guard>
  );
}
