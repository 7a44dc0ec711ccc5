import type { ComponentChildren, JSX } from 'preact';
import { useStore } from 'zustand';
import { FULL_SPEED, SLOWEST } from '../../kernel/session.ts';
import type { Settings } from '../../player/index.ts';
import { isCalm } from '../appearance.ts';
import { formatNumber, formatPercent } from '../format.ts';
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

/** The settings that make sense at any time, also in the middle of an act. */
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
  const { t } = useText();
  return (
    <section class="sheet settings-part">
      <h2>{t('settings.language')}</h2>
      <LanguageChoice />
    </section>
  );
}

function SoundSettings({ settings, change }: PartProps): JSX.Element {
  const { t } = useText();
  const buses = ['music', 'effects', 'voice'] as const;
  return (
    <section class="sheet settings-part">
      <h2>{t('settings.sound')}</h2>
      <Switch label={t('settings.mute')} on={settings.muted} change={(muted) => change({ muted })} />
      {buses.map((bus) => (
        <Slider
          key={bus}
          label={t(`settings.${bus}`)}
          value={settings.volumes[bus]}
          from={0}
          to={1}
          step={0.05}
          said={t('page.percent', { value: formatPercent(settings.volumes[bus]) })}
          change={(value) => {
            change({ volumes: { ...settings.volumes, [bus]: value } });
            cue('slide');
          }}
        />
      ))}
      <Switch label={t('settings.captions')} on={settings.captions} change={(captions) => change({ captions })} />
    </section>
  );
}

function PlaySettings({ settings, change }: PartProps): JSX.Element {
  const { t } = useText();
  return (
    <section class="sheet settings-part">
      <h2>{t('settings.play')}</h2>
      <Slider
        label={t('settings.speed')}
        value={settings.speed}
        from={SLOWEST}
        to={FULL_SPEED}
        step={0.05}
        said={t('page.percent', { value: formatPercent(settings.speed) })}
        note={t('settings.speedNote')}
        change={(speed) => change({ speed })}
      />
    </section>
  );
}

function SeeingSettings({ settings, change }: PartProps): JSX.Element {
  const { t } = useText();
  return (
    <section class="sheet settings-part">
      <h2>{t('settings.seeing')}</h2>
      <Slider
        label={t('settings.textSize')}
        value={settings.textSize}
        from={1}
        to={2}
        step={0.1}
        said={t('page.percent', { value: formatPercent(settings.textSize) })}
        change={(textSize) => change({ textSize })}
      />
      <Switch
        label={t('settings.contrast')}
        on={settings.highContrast}
        change={(highContrast) => change({ highContrast })}
      />
      <Switch
        label={t('settings.motion')}
        note={t('settings.motionNote')}
        on={isCalm(settings)}
        change={(reducedMotion) => change({ reducedMotion })}
      />
    </section>
  );
}

function SwitchSettings({ settings, change }: PartProps): JSX.Element {
  const { t } = useText();
  const { scan } = settings;
  return (
    <section class="sheet settings-part">
      <h2>{t('settings.switch')}</h2>
      <Switch
        label={t('settings.switchOn')}
        note={t('settings.switchNote')}
        on={scan.on}
        change={(on) => change({ scan: { ...scan, on } })}
      />
      <Slider
        label={t('settings.switchPeriod')}
        value={scan.periodMs}
        from={800}
        to={4000}
        step={100}
        said={t('page.seconds', { value: formatNumber(scan.periodMs / 1000, 1) })}
        change={(periodMs) => change({ scan: { ...scan, periodMs } })}
      />
    </section>
  );
}
