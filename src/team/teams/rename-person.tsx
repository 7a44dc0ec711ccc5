import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { TextEntry } from '../forms/fields.tsx';
import { Form } from '../forms/form.tsx';
import { SheetDialog } from '../forms/sheet-dialog.tsx';
import { useSending } from '../forms/use-sending.ts';
import { renamePlayer } from '../server/account-calls.ts';
import { readAgain } from '../server/live.ts';

/** Another name for a person: for a slip of the finger, or a joke that was none. */
export function RenamePerson(props: {
  readonly team: string;
  readonly player: string;
  readonly name: string;
  onClose(): void;
}): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [name, setName] = useState(props.name);
  return (
    <SheetDialog heading={t('people.renameNamed', { name: props.name })} onClose={props.onClose}>
      <p>{t('people.renameText')}</p>
      <Form
        sending={sending}
        button={t('form.save')}
        submit={async () => {
          await renamePlayer(props.team, props.player, name);
          readAgain();
          props.onClose();
        }}
        others={
          <button type="button" class="press" onClick={props.onClose}>
            {t('form.cancel')}
          </button>
        }
      >
        <TextEntry label={t('column.person')} required max={40} value={name} change={setName} />
      </Form>
    </SheetDialog>
  );
}
