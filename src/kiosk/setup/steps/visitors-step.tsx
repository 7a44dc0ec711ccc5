import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { formatPercent } from '../../../app/format.ts';
import { usePartText } from '../../../app/part-text.ts';
import { player } from '../../../app/player.ts';
import { cue, startSound } from '../../../app/sound/cues.ts';
import { useText } from '../../../app/text.ts';
import { RANGES, TEXT_SIZES } from '../../settings/ranges.ts';
import { Field, Group, NumberField, Tick } from '../fields.tsx';
import type { StepProps } from '../step-props.ts';
import { useWrong } from '../use-wrong.ts';

const TIMES = ['idleSeconds', 'answerSeconds', 'resultSeconds'] as const;

export function VisitorsStep({ draft, faults, changeSettings }: StepProps): JSX.Element {
  const { t } = usePartText('organiser');
  const { t: shell } = useText();
  const wrong = useWrong(faults);
  const { settings } = draft;
  return (
    <>
      {TIMES.map((name) => (
        <NumberField
          key={name}
          label={t(`field.${name}`)}
          note={t(`field.${name}Note`)}
          wrong={wrong(name, RANGES[name])}
          {...RANGES[name]}
          unit={t('unit.seconds')}
          value={settings[name]}
          change={(value) => changeSettings({ [name]: value })}
        />
      ))}
      <Group label={t('field.textSize')} note={t('field.textSizeNote')}>
        <div class="setup-choices">
          {TEXT_SIZES.map((size) => (
            <label key={size} class="setup-choice">
              <input
                type="radio"
                name="text-size"
                checked={settings.textSize === size}
                onChange={() => changeSettings({ textSize: size })}
              />
              <span>{shell('page.percent', { value: formatPercent(size) })}</span>
            </label>
          ))}
        </div>
      </Group>
      <Group label={t('field.screen')}>
        <Tick
          label={t('field.reach')}
          note={t('field.reachNote')}
          on={settings.reach}
          change={(reach) => changeSettings({ reach })}
        />
      </Group>
      <Loudest volume={settings.volume} change={(volume) => changeSettings({ volume })} />
    </>
  );
}

function Loudest({ volume, change }: { readonly volume: number; change(volume: number): void }): JSX.Element {
  const { t } = usePartText('organiser');
  const { t: shell } = useText();
  useEffect(startSound, []);
  useEffect(() => {
    player.settings.change({ muted: volume === 0, volumes: { master: volume, music: 1, effects: 1, voice: 1 } });
  }, [volume]);
  const said = volume === 0 ? t('staff.silence') : shell('page.percent', { value: formatPercent(volume) });
  return (
    <Field label={t('field.volume')} note={t('field.volumeNote')}>
      {(names) => (
        <div class="setup-number">
          <input
            {...names}
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={volume}
            aria-valuetext={said}
            onInput={(event) => change(event.currentTarget.valueAsNumber)}
          />
          <span class="field-value" aria-hidden="true">
            {said}
          </span>
          <button type="button" class="press" onClick={() => cue('reveal')}>
            {t('field.hear')}
          </button>
        </div>
      )}
    </Field>
  );
}
