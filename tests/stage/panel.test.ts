import { describe, expect, it } from 'vitest';
import type { Control } from '../../src/kernel/act.ts';
import { groupControls } from '../../src/stage/input/roving.ts';
import { scanOn, SCAN_START } from '../../src/stage/input/scanning.ts';
import { steer } from '../../src/stage/input/steer.ts';
import { layOutStage, overlaps, type Box } from '../../src/stage/layout/stage-layout.ts';

const SIZES = [
  [390, 844],
  [360, 640],
  [844, 390],
  [1024, 768],
  [1280, 720],
  [1920, 1080],
  [1080, 1920],
] as const;
const TOOLS = 3;

function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe.each(SIZES)('a theatre with a panel at %i × %i', (width, height) => {
  const open = layOutStage(width, height, TOOLS, 'open');
  const folded = layOutStage(width, height, TOOLS, 'folded');
  const screen = { x: 0, y: 0, width, height };

  it.each([open, folded])('keeps room for the panel that nothing else takes', (layout) => {
    const { panel } = layout;
    if (panel === null) throw new Error('no panel');
    expect([layout.width, layout.height]).toEqual([width, height]);
    for (const box of [panel, layout.opening, layout.tools, layout.pause, layout.captions])
      expect(inside(box, screen)).toBe(true);
    for (const box of [layout.opening, layout.tools, layout.gauges, layout.pause, layout.captions])
      expect(overlaps(panel, box)).toBe(false);
  });

  it('leaves most of the screen to the stage', () => {
    const { panel, opening } = open;
    if (panel === null) throw new Error('no panel');
    const isUpright = height > width;
    expect(panel.isBelow).toBe(isUpright);
    const taken = isUpright ? panel.height / height : panel.width / width;
    expect(taken).toBeLessThanOrEqual(isUpright ? 0.4 : 0.35);
    expect(opening.width).toBeGreaterThanOrEqual(width * (isUpright ? 0.9 : 0.5));
    // Two orders at least are seen at once, and a heading.
    expect(panel.height).toBeGreaterThanOrEqual(isUpright ? 240 : 320);
  });

  it('folds only where it lies under the stage, and gives the stage its room', () => {
    const isUpright = height > width;
    expect(folded.panel?.isFolded).toBe(isUpright);
    expect(folded.panel?.height).toBeGreaterThanOrEqual(44);
    const won = folded.opening.height - open.opening.height;
    expect(won > 150).toBe(isUpright);
    expect(isUpright || won === 0).toBe(true);
  });

  it('is the theatre that it was for an act without one', () => {
    const without = layOutStage(width, height, TOOLS);
    expect(without.panel).toBeNull();
    expect(layOutStage(width, height, TOOLS, 'none')).toEqual(without);
  });
});

function control(id: string, group: string, enabled = true): Control {
  return { id, group, text: { key: id }, intent: id, enabled };
}
const CONTROLS = [
  control('town-0', 'town'),
  control('town-1', 'town'),
  control('order-a', 'order'),
  control('order-b', 'order', false),
  control('order-c', 'province'),
  control('march', 'action'),
];
const PANEL = ['order', 'province'];
const GROUPS = groupControls(CONTROLS, ['action'], PANEL);

function ask(focused: string | null, what: Parameters<typeof steer>[0]): string[] {
  const did: string[] = [];
  steer(what, {
    groups: () => GROUPS,
    toolbarGroups: () => ['action'],
    panelGroups: () => PANEL,
    focused: () => focused,
    focus: (id) => did.push(`focus ${id}`),
    press: (id) => did.push(`press ${id}`),
    pressSwitch: () => did.push('switch'),
    pause: () => did.push('pause'),
  });
  return did;
}

describe('the way through a panel', () => {
  it('reads the stage, then the panel, then the toolbar', () => {
    expect(GROUPS.map(({ group }) => group)).toEqual(['town', 'order', 'province', 'action']);
    // Without a panel the toolbar comes first, as ever.
    expect(groupControls(CONTROLS, ['action']).map(({ group }) => group)).toEqual([
      'action',
      'town',
      'order',
      'province',
    ]);
  });

  it('walks up and down inside the panel, over its groups, and round', () => {
    expect(ask('order-a', 'down')).toEqual(['focus order-b']);
    expect(ask('order-b', 'down')).toEqual(['focus order-c']);
    expect(ask('order-c', 'down')).toEqual(['focus order-a']);
    expect(ask('order-a', 'up')).toEqual(['focus order-c']);
  });

  it('leaves it to the left for the stage and to the right for the toolbar', () => {
    expect(ask('order-b', 'left')).toEqual(['focus town-0']);
    expect(ask('order-c', 'left')).toEqual(['focus town-0']);
    expect(ask('order-a', 'right')).toEqual(['focus march']);
  });

  it('is come into from the stage and from the toolbar', () => {
    expect(ask('town-1', 'down')).toEqual(['focus order-a']);
    expect(ask('march', 'up')).toEqual(['focus order-c']);
    expect(ask('town-0', 'right')).toEqual(['focus town-1']);
    expect(ask(null, 'down')).toEqual(['focus town-0']);
  });

  it('is scanned between the stage and the toolbar', () => {
    const scanned: (string | null)[] = [];
    const groups = GROUPS.map(({ group, controls }) => ({
      group,
      ids: controls.filter(({ enabled }) => enabled).map(({ id }) => id),
    }));
    let state = scanOn(SCAN_START, groups, 0, 1000);
    for (let i = 0; i < 5; i++) {
      scanned.push(state.group);
      state = scanOn(state, groups, 1000, 1000);
    }
    expect(scanned).toEqual(['town', 'order', 'province', 'action', 'town']);
  });
});
