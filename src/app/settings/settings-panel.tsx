import type { ComponentChildren, JSX } from 'preact';
import { useStore } from 'zustand';
import { FULL_SPEED, SLOWEST } from '../../kernel/session.ts';
import type { Settings } from '../../player/index.ts';
import { isCalm } from '../appearance.ts';
import { formatNumber, formatPercent } from '../format.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { cue } from '../sound/cues.ts';
import { useText } from '../text.ts';
import { Slider, Switch } from '../ui/fields.tsx';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { KeySettings } from './key-settings.tsx';
import './settings.css';

type Change = (some: Partial<Settings>) => void;
interface PartProps {
  readonly settings: Settings;
  readonly change: Change;
}

interface PanelProps {
  /** Makes it narrow, for the middle of an act. */
  readonly class?: string;
  /** What only a page of settings has: an act must not load it. */
  readonly children?: ComponentChildren;
}

/** The settings that make sense at any time, also in the middle of an act. Their texts must be there (`useParts`). */
export function SettingsPanel(props: PanelProps): JSX.Element {
  const settings = useStore(player.settings.store);
  const change: Change = (some) => player.settings.change(some);
  return (
    <div class={`settings ${props.class ?? ''}`}>
      <LanguageSettings />
      <SoundSettings settings={settings} change={change} />
      <PlaySettings settings={settings} change={change} />
      <SeeingSettings settings={settings} change={change} />
      <SwitchSettings settings={settings} change={change} />
      <KeySettings />
      {props.children}
    </div>
  );
}

function LanguageSettings(): JSX.Element {
  const { t } = usePartText('settings');
  return (
    <section class="sheet settings-part">
      <h2>{t('language')}</h2>
      <LanguageChoice />
    </section>
  );
}

function SoundSettings({ settings, change }: PartProps): JSX.Element {
  const { t } = usePartText('settings');
  const { t: shell } = useText();
  const buses = ['music', 'effects', 'voice'] as const;
  return (
    <section class="sheet settings-part">
      <h2>{t('sound')}</h2>
      <Switch label={t('mute')} on={settings.muted} change={(muted) => change({ muted })} />
      {buses.map((bus) => (
        <Slider
          key={bus}
          label={t(bus)}
          value={settings.volumes[bus]}
          from={0}
          to={1}
          step={0.05}
          said={shell('page.percent', { value: formatPercent(settings.volumes[bus]) })}
          change={(value) => {
            change({ volumes: { ...settings.volumes, [bus]: value } });
            cue('slide');
          }}
        />
      ))}
      <Switch label={t('captions')} on={settings.captions} change={(captions) => change({ captions })} />
    </section>
  );
}

function PlaySettings({ settings, change }: PartProps): JSX.Element {
  const { t } = usePartText('settings');
  const { t: shell } = useText();
  return (
    <section class="sheet settings-part">
      <h2>{t('play')}</h2>
      <Slider
        label={t('speed')}
        value={settings.speed}
        from={SLOWEST}
        to={FULL_SPEED}
        step={0.05}
        said={shell('page.percent', { value: formatPercent(settings.speed) })}
        note={t('speedNote')}
        change={(speed) => change({ speed })}
      />
    </section>
  );
}

function SeeingSettings({ settings, change }: PartProps): JSX.Element {
  const { t } = usePartText('settings');
  const { t: shell } = useText();
  return (
    <section class="sheet settings-part">
      <h2>{t('seeing')}</h2>
      <Slider
        label={t('textSize')}
        value={settings.textSize}
        from={1}
        to={2}
        step={0.1}
        said={shell('page.percent', { value: formatPercent(settings.textSize) })}
        change={(textSize) => change({ textSize })}
      />
      <Switch label={t('contrast')} on={settings.highContrast} change={(highContrast) => change({ highContrast })} />
      <Switch
        label={t('motion')}
        note={t('motionNote')}
        on={isCalm(settings)}
        change={(reducedMotion) => change({ reducedMotion })}
      />
    </section>
  );
}

function SwitchSettings({ settings, change }: PartProps): JSX.Element {
  const { t } = usePartText('settings');
  const { t: shell } = useText();
  const { scan } = settings;
  return (
    <section class="sheet settings-part">
      <h2>{t('switch')}</h2>
      <Switch
        label={t('switchOn')}
        note={t('switchNote')}
        on={scan.on}
        change={(on) => change({ scan: { ...scan, on } })}
      />
      <Slider
        label={t('switchPeriod')}
        value={scan.periodMs}
        from={800}
        to={4000}
        step={100}
        said={shell('page.seconds', { value: formatNumber(scan.periodMs / 1000, 1) })}
        change={(periodMs) => change({ scan: { ...scan, periodMs } })}
      />
    </section>
  );
}
