import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, the longest first; measured on two cores. What begins last must not be what takes longest. */
const LONG = [
  'browser/screens.test.ts',
  'browser/kiosk-soak.test.ts',
  'browser/accessibility-pages.test.ts',
  'browser/fuzz.test.ts',
  'browser/kiosk-update.test.ts',
  'browser/offline.test.ts',
  'browser/accessibility-stage.test.ts',
  'browser/kiosk-offline-start.test.ts',
  'browser/questions.test.ts',
  'browser/accessibility-light.test.ts',
  'browser/kiosk-visit.test.ts',
  'browser/way-through.test.ts',
  'browser/team.test.ts',
  'browser/mountain-road.test.ts',
  'browser/mountain-road-by-ear.test.ts',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONG.findIndex((name) => moduleId.endsWith(name));
  return place < 0 ? LONG.length : place;
};

/** Begins with the files that take longest, so that two workers are busy to the end. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
