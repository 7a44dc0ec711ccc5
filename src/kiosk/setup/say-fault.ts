import type { PartTexts } from '../../app/part-text.ts';
import type { SettingsFault } from '../settings/read-settings.ts';

/** Why a link or a file is no use, in words. */
export function sayFault(t: PartTexts<'organiser'>['t'], fault: SettingsFault): string {
  return 'path' in fault
    ? t(`carried.${fault.kind}`, { place: fault.path, reason: fault.reason })
    : t(`carried.${fault.kind}`);
}
