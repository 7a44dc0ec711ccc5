import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { JoinLook } from '../../wire/joining.ts';
import { usePartText } from '../part-text.ts';
import { player } from '../player.ts';
import { CodeField } from './code-field.tsx';
import { sayRefusal } from './say-refusal.ts';
import { readTyped, showCode } from './typed-code.ts';

interface CodeStepProps {
  /** From the address; looked at without a press of the button. */
  readonly given: string;
  readonly onLook: (code: string, look: JoinLook) => void;
  readonly onSecond: () => void;
}

/** The code, and a look at where it leads. Nothing is kept yet. */
export function CodeStep({ given, onLook, onSecond }: CodeStepProps): JSX.Element {
  const { t } = usePartText('join');
  const { t: server } = usePartText('server');
  const [typed, type] = useState(() => showCode(readTyped(given).code));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const look = async (): Promise<void> => {
    const { code, isWhole } = readTyped(typed);
    if (!isWhole) return setFault(t('code.short'));
    setBusy(true);
    setFault('');
    const done = await player.team.look(code);
    setBusy(false);
    if (done.ok) onLook(code, done.value);
    else setFault(sayRefusal(done, { join: t, server }));
  };
  useEffect(() => {
    if (readTyped(given).isWhole) void look();
    // Once, for the address that the page came by.
  }, []);
  return (
    <>
      <form
        class="sheet"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void look();
        }}
      >
        <CodeField
          label={t('code.label')}
          help={t('code.help')}
          typed={typed}
          fault={fault}
          change={(next) => {
            type(next);
            setFault('');
          }}
        />
        <div class="buttons">
          <button type="submit" class="button button-main" aria-disabled={busy}>
            {busy ? t('code.looking') : t('code.look')}
          </button>
        </div>
      </form>
      <p class="join-other">
        <button type="button" class="link" onClick={onSecond}>
          {t('code.second')}
        </button>
      </p>
    </>
  );
}
