import type { JSX } from 'preact';
import { usePartText } from '../../../app/part-text.ts';
import { Group, TextField, Tick } from '../fields.tsx';
import type { StepProps } from '../step-props.ts';
import { useWrong } from '../use-wrong.ts';

/** A code is pasted as a whole link, too. */
const LONGEST_CODE = 200;

export function BoardStep({ draft, faults, team, change, changeSettings, leaveTeam }: StepProps): JSX.Element {
  const { t } = usePartText('organiser');
  const wrong = useWrong(faults);
  return (
    <>
      <Group label={t('field.boardPart')}>
        <Tick
          label={t('field.board')}
          note={t('field.boardNote')}
          on={draft.settings.board}
          change={(board) => changeSettings({ board })}
        />
      </Group>
      {team === null ? (
        <p>{t('field.noTeam')}</p>
      ) : (
        <div class="setup-hint">
          <p>{t('field.inTeam', { team })}</p>
          <button type="button" class="press" onClick={leaveTeam}>
            {t('field.leaveTeam')}
          </button>
        </div>
      )}
      <TextField
        label={team === null ? t('field.code') : t('field.otherCode')}
        note={t('field.codeNote')}
        wrong={wrong('code')}
        value={draft.code}
        most={LONGEST_CODE}
        change={(code) => change({ code })}
      />
    </>
  );
}
