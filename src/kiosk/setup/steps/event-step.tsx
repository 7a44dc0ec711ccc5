import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../../app/format.ts';
import { usePartText } from '../../../app/part-text.ts';
import { Icon } from '../../../app/ui/icons.tsx';
import { LANGUAGES, OWN_NAMES, type Language } from '../../../i18n/languages.ts';
import { RANGES } from '../../settings/ranges.ts';
import { move } from '../draft.ts';
import { Group, NumberField, TextField, Tick } from '../fields.tsx';
import type { StepProps } from '../step-props.ts';
import { useWrong } from '../use-wrong.ts';
import { WhichEvent } from './which-event.tsx';

export function EventStep({ draft, faults, change, changeSettings }: StepProps): JSX.Element {
  const { t } = usePartText('organiser');
  const wrong = useWrong(faults);
  const { event, languages, address } = draft.settings;
  return (
    <>
      <WhichEvent draft={draft} change={change} />
      <TextField
        label={t('field.name')}
        note={t('field.nameNote')}
        wrong={wrong('name')}
        value={event.name}
        most={60}
        change={(name) => changeSettings({ event: { ...event, name } })}
      />
      <TextField
        kind="date"
        label={t('field.endDay')}
        note={t('field.endDayNote')}
        wrong={wrong('endDay', RANGES.daysAhead)}
        value={draft.endDay}
        change={(endDay) => change({ endDay })}
      />
      <NumberField
        label={t('field.keepDays')}
        note={t('field.keepDaysNote')}
        wrong={wrong('keepDays', RANGES.keepDays)}
        {...RANGES.keepDays}
        unit={t('unit.days')}
        value={event.keepDays}
        change={(keepDays) => changeSettings({ event: { ...event, keepDays } })}
      />
      <LanguageOrder
        languages={languages}
        wrong={wrong('languages')}
        change={(changed) => changeSettings({ languages: changed })}
      />
      <TextField
        kind="url"
        label={t('field.address')}
        note={t('field.addressNote')}
        wrong={wrong('address')}
        value={address}
        change={(typed) => changeSettings({ address: typed.trim().replace(/\/+$/, '') })}
      />
    </>
  );
}

/** Which languages are offered, the event's own first. */
function LanguageOrder(props: {
  readonly languages: readonly Language[];
  readonly wrong: string | undefined;
  change(languages: readonly Language[]): void;
}): JSX.Element {
  const { t } = usePartText('organiser');
  const { languages, change } = props;
  const shown = [...languages, ...LANGUAGES.filter((each) => !languages.includes(each))];
  const [moved, tell] = useState<Language | null>(null);
  const shift = (language: Language, by: -1 | 1): void => {
    const at = languages.indexOf(language);
    if (at < 0 || languages[at + by] === undefined) return;
    change(move(languages, at, by));
    tell(language);
  };
  return (
    <Group label={t('field.languages')} note={t('field.languagesNote')} wrong={props.wrong}>
      <ul class="setup-order">
        {shown.map((language) => {
          const at = languages.indexOf(language);
          const name = OWN_NAMES[language];
          return (
            <li key={language}>
              <Tick
                label={<span lang={language}>{name}</span>}
                on={at >= 0}
                change={(on) => change(on ? [...languages, language] : languages.filter((each) => each !== language))}
              />
              <button
                type="button"
                class="press press-icon"
                aria-label={t('field.moveUp', { name })}
                aria-disabled={at <= 0}
                onClick={() => shift(language, -1)}
              >
                <Icon name="up" />
              </button>
              <button
                type="button"
                class="press press-icon"
                aria-label={t('field.moveDown', { name })}
                aria-disabled={at < 0 || at === languages.length - 1}
                onClick={() => shift(language, 1)}
              >
                <Icon name="down" />
              </button>
            </li>
          );
        })}
      </ul>
      {/* Whoever does not see the rows change places hears it. */}
      <p class="unseen" role="status">
        {moved === null || !languages.includes(moved)
          ? ''
          : t('field.moved', {
              name: OWN_NAMES[moved],
              place: formatNumber(languages.indexOf(moved) + 1),
              count: languages.length,
            })}
      </p>
    </Group>
  );
}
