/**
 * One tab stop per group: Tab goes from group to group, arrows walk inside. Pure; the DOM part asks it where to go.
 */
import type { Control } from '../../kernel/act.ts';

export interface ControlGroup {
  readonly group: string;
  readonly controls: readonly Control[];
}

/**
 * Groups in reading order: the toolbar's first, then the others as the act lists them. With a panel one reads as one
 * decides: the stage, then what the panel says of it, then the toolbar.
 */
export function groupControls(
  controls: readonly Control[],
  toolbarGroups: readonly string[],
  panelGroups: readonly string[] = [],
): readonly ControlGroup[] {
  const onStage: string[] = [];
  for (const { group } of controls)
    if (!toolbarGroups.includes(group) && !panelGroups.includes(group) && !onStage.includes(group)) onStage.push(group);
  const order =
    panelGroups.length === 0 ? [...toolbarGroups, ...onStage] : [...onStage, ...panelGroups, ...toolbarGroups];
  return order
    .map((group) => ({ group, controls: controls.filter((control) => control.group === group) }))
    .filter((each) => each.controls.length > 0);
}

/** Which control of a group Tab stops at: where the player last was, else the chosen one, else the first. */
export function chooseStop(group: ControlGroup, last: string | undefined): string | null {
  if (last !== undefined && group.controls.some((control) => control.id === last)) return last;
  const pressed = group.controls.find((control) => control.pressed === true);
  return (pressed ?? group.controls[0])?.id ?? null;
}

/** One step inside a group; it goes round. Controls that are not enabled are walked over too: they say why. */
export function walk(group: ControlGroup, from: string, step: 1 | -1): string | null {
  const at = group.controls.findIndex((control) => control.id === from);
  if (at < 0) return group.controls[0]?.id ?? null;
  const count = group.controls.length;
  return group.controls[(at + step + count) % count]?.id ?? null;
}

/** The group before or after, for the up and down keys and the gamepad. */
export function walkGroups(groups: readonly ControlGroup[], from: string, step: 1 | -1): ControlGroup | null {
  const at = groups.findIndex((each) => each.group === from);
  if (at < 0) return groups[0] ?? null;
  return groups[(at + step + groups.length) % groups.length] ?? null;
}

/**
 * Where the focus goes when the focused control is gone: the same place in its group, else the first group of the stage;
 * to the toolbar, where what ends a round may stand, only when there is nothing else.
 */
export function findRefuge(
  groups: readonly ControlGroup[],
  lost: { readonly group: string; readonly index: number },
  toolbarGroups: readonly string[] = [],
): string | null {
  const onStage = groups.find((each) => !toolbarGroups.includes(each.group));
  const same = groups.find((each) => each.group === lost.group) ?? onStage ?? groups[0];
  if (!same) return null;
  return same.controls[Math.min(lost.index, same.controls.length - 1)]?.id ?? null;
}
