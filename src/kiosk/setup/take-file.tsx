import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { usePartText } from '../../app/part-text.ts';
import { readFile } from '../settings/carry-settings.ts';
import type { HouseActs, ReadSettings } from '../settings/read-settings.ts';

/** Another kiosk's file fills the form in. */
export function TakeFile(props: { readonly acts: HouseActs; take(read: ReadSettings): void }): JSX.Element {
  const { t } = usePartText('organiser');
  const field = useRef<HTMLInputElement>(null);
  const read = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) props.take(await readFile(file, props.acts));
    // The same file again is news again.
    if (field.current) field.current.value = '';
  };
  return (
    <section class="setup-other">
      <h2>{t('carried.heading')}</h2>
      <p>{t('carried.text')}</p>
      <label class="press setup-file">
        {t('carried.open')}
        <input
          ref={field}
          type="file"
          class="unseen"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
    </section>
  );
}
