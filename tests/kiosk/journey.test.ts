import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGINNING, isVisited, takeStep, type At, type Step } from '../../src/kiosk/inside/journey.ts';

const act: Step = { what: 'act', act: 'pond', way: null };

function walk(steps: readonly Step[], languages = 4, from: At = BEGINNING): At {
  return steps.reduce((at, step) => takeStep(at, step, languages), from);
}

const steps = fc.constantFrom<Step>(
  ...(
    [
      'ready',
      'touched',
      'spoken',
      'askLanguage',
      'examination',
      'finished',
      'gaveUp',
      'another',
      'done',
      'left',
      'ended',
      'hour',
      'failed',
    ] as const
  ).map((what): Step => ({ what })),
  act,
);

describe('the journey of a visitor', () => {
  it('leads from the attract page over a language, a choice and a run to the result, and to another run', () => {
    const toResult: Step[] = [{ what: 'ready' }, { what: 'touched' }, { what: 'spoken' }, act, { what: 'finished' }];
    expect(walk(toResult)).toEqual({ station: 'result' });
    expect(walk([...toResult, { what: 'another' }, { what: 'examination' }])).toEqual({ station: 'examine' });
    expect(walk([...toResult, { what: 'done' }])).toEqual({ station: 'reset', why: 'done' });
  });

  it('asks nobody for the only language there is, but shows its page to whoever asks', () => {
    const choosing = walk([{ what: 'ready' }, { what: 'touched' }], 1);
    expect(choosing).toEqual({ station: 'choose' });
    expect(takeStep(choosing, { what: 'askLanguage' }, 1)).toEqual({ station: 'language' });
  });

  it('takes a step that means nothing here as none at all', () => {
    const attract = walk([{ what: 'ready' }]);
    for (const what of ['spoken', 'finished', 'another', 'done', 'left', 'ended', 'ready'] as const)
      expect(takeStep(attract, { what }, 4)).toBe(attract);
    const playing = walk([{ what: 'ready' }, { what: 'touched' }, { what: 'spoken' }, act]);
    expect(takeStep(playing, { what: 'touched' }, 4)).toBe(playing);
    expect(takeStep(playing, act, 4)).toBe(playing);
  });

  it('has no way out of a reset but a new page, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(steps, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (list, languages) => {
        const way = list.map((step) => ({ step, from: BEGINNING, to: BEGINNING }));
        let at: At = BEGINNING;
        for (const each of way) {
          each.from = at;
          each.to = at = takeStep(at, each.step, languages);
        }
        for (const { from, to } of way.filter((each) => each.from.station === 'reset')) expect(to).toBe(from);
        // Nobody comes to a station at which somebody is meant to be without having touched the attract page.
        const entries = way.filter(({ from, to }) => isVisited(to.station) && !isVisited(from.station));
        for (const { from, step } of entries) expect([from.station, step.what]).toEqual(['attract', 'touched']);
      }),
    );
  });
});
