import { hasAct, loadAct } from '../../i18n/index.ts';
import { useText } from '../text.ts';
import { useArriving, type Arriving } from './arriving.ts';

/** Loads the texts of an act for a screen. A change of language brings them along, so this waits only once. */
export function useActTexts(act: string): Arriving<true> {
  useText();
  const arriving = useArriving<true>(act, async () => {
    await loadAct(act);
    return true;
  });
  return arriving.state === 'coming' && hasAct(act) ? { state: 'here', thing: true } : arriving;
}
