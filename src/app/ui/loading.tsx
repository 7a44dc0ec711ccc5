import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../text.ts';

/** Loading is the lamp being lit. After a while it admits that it takes long. */
export function LampLoading(): JSX.Element {
  const { t } = useText();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 4000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="lamp-loading" role="status">
      <div class="lamp-flame" aria-hidden="true" />
      <span>{slow ? t('loading.slow') : t('loading.lamp')}</span>
    </div>
  );
}
