import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { ChoiceEntry, NumberEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { useSending } from '../forms/use-sending.ts';
import { makeCode, type CodeShown } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';

/** How long a code is good for, in days, as offered. */
const DAYS = [1, 7, 30, 90] as const;

/** Makes a code and shows it at once. */
export function MakeCode({ team, made }: { readonly team: string; made(code: CodeShown): void }): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [kind, setKind] = useState<CodeShown['kind']>('player');
  const [days, setDays] = useState(7);
  const [mostUses, setMostUses] = useState(50);
  return (
    <section class="card card-narrow">
      <h2>{t('codes.make')}</h2>
      <Form
        sending={sending}
        button={t('codes.makeButton')}
        submit={async () => {
          made(await makeCode(team, { kind, days, mostUses }));
          readAgain();
        }}
      >
        <ChoiceEntry
          label={t('codes.kind')}
          note={t(`codes.forText.${kind}`)}
          value={kind}
          change={(value) => setKind(value === 'kiosk' ? 'kiosk' : 'player')}
          choices={[
            { value: 'player', text: t('codes.for.player') },
            { value: 'kiosk', text: t('codes.for.kiosk') },
          ]}
        />
        <ChoiceEntry
          label={t('codes.days')}
          value={String(days)}
          change={(value) => setDays(Number(value))}
          choices={DAYS.map((each) => ({ value: String(each), text: t('codes.daysLong', { count: each }) }))}
        />
        <NumberEntry
          label={t('codes.mostUses')}
          note={t('codes.mostUsesNote')}
          value={mostUses}
          from={1}
          to={5000}
          change={setMostUses}
        />
      </Form>
    </section>
  );
}
