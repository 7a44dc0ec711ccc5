import type { JSX } from 'preact';
import { usePartText } from '../../../app/part-text.ts';
import { PinField } from '../fields.tsx';
import type { StepProps } from '../step-props.ts';
import { useWrong } from '../use-wrong.ts';

export function PinStep({ draft, faults, change }: StepProps): JSX.Element {
  const { t } = usePartText('organiser');
  const wrong = useWrong(faults);
  return (
    <>
      <p>{t('field.pinText')}</p>
      <PinField
        label={t('field.pin')}
        note={draft.keptPin === null ? t('field.pinNote') : t('field.pinKept')}
        wrong={wrong('pin')}
        value={draft.pin}
        change={(pin) => change({ pin })}
      />
      <PinField
        label={t('field.pinAgain')}
        wrong={wrong('pinAgain')}
        value={draft.pinAgain}
        change={(pinAgain) => change({ pinAgain })}
      />
      <p class="setup-note">{t('field.pinWarning')}</p>
    </>
  );
}
