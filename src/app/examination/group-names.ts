import type { ShellTexts } from '../text.ts';

/** The name of a group of ideas; `group` is its number in `levels/concepts.json`. */
export function nameGroup(t: ShellTexts['t'], group: number): string {
  switch (group) {
    case 1:
      return t('exam.group1');
    case 2:
      return t('exam.group2');
    case 3:
      return t('exam.group3');
    case 4:
      return t('exam.group4');
    default:
      return t('exam.group5');
  }
}
