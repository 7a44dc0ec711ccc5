import type { JSX } from 'preact';
import { useText } from '../text.ts';
import type { Arriving } from './arriving.ts';
import { LampLoading } from './loading.tsx';
import { Trouble } from './trouble.tsx';

/** What stands where a part of a page is still to come: the lamp, or that it did not come and the way to ask again. */
export function PartComing(props: { readonly arriving: Arriving<unknown> }): JSX.Element {
  const { t } = useText();
  const { arriving } = props;
  if (arriving.state !== 'lost') return <LampLoading />;
  return (
    <Trouble heading={t('error.part')} text={t('error.partText')}>
      <button type="button" class="button button-main" onClick={arriving.retry}>
        {t('error.retry')}
      </button>
    </Trouble>
  );
}
