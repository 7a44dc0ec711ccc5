import { formatNumber } from '../../app/format.ts';
import { usePartText } from '../../app/part-text.ts';
import type { Range } from '../settings/ranges.ts';
import type { Faults, Field } from './draft.ts';

/** What is wrong with a field, in words; nothing while all is well. */
export function useWrong(faults: Faults): (field: Field, range?: Range) => string | undefined {
  const { t } = usePartText('organiser');
  return (field, range) => {
    const fault = faults[field];
    if (fault === undefined) return undefined;
    return t(`wrong.${fault}`, { from: formatNumber(range?.from ?? 0), to: formatNumber(range?.to ?? 0) });
  };
}
