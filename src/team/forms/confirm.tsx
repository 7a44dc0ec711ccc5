/** Asks again before something that cannot be undone: what will be gone, and a word to type where it is a person's work. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { TextEntry } from './fields.tsx';
import { Form } from './form.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { useSending } from './use-sending.ts';

interface ConfirmProps {
  readonly heading: string;
  readonly text: string;
  readonly button: string;
  /** Must be typed before the button does anything. */
  readonly typed?: string;
  work(): Promise<void>;
  onClose(): void;
}

export function Confirm(props: ConfirmProps): JSX.Element {
  const { t } = usePartText('team');
  const sending = useSending();
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState(false);
  const fits = props.typed === undefined || typed.trim().normalize('NFC') === props.typed.trim().normalize('NFC');
  return (
    <SheetDialog heading={props.heading} onClose={props.onClose}>
      <p>{props.text}</p>
      <Form
        sending={sending}
        button={props.button}
        class="form-grave"
        submit={async () => {
          setWrong(!fits);
          if (!fits) return;
          await props.work();
          props.onClose();
        }}
        others={
          <button type="button" class="press" onClick={props.onClose}>
            {t('form.keep')}
          </button>
        }
      >
        {props.typed === undefined ? null : (
          <TextEntry
            label={t('form.typeToConfirm', { text: props.typed })}
            value={typed}
            change={type}
            wrong={wrong && !fits ? t('form.notTheSame') : undefined}
          />
        )}
      </Form>
    </SheetDialog>
  );
}
