/**
 * Seeds whose stories once ended wrongly, with what they found. Each is told again by every run of the tests. A change
 * of the simulation itself makes other stories of the same seeds: then look for new ones, with the fault put back.
 */
export const FOUND: readonly { readonly seed: number; readonly what: string }[] = [
  { seed: 55, what: 'what was delivered from memory, over a full disk, was never read back after the page had ended' },
  { seed: 67, what: 'the same, with a server that died twice' },
  { seed: 411, what: 'a membership that a full disk took late overwrote the newer one of another tab' },
  { seed: 1043, what: 'a membership that a full disk did not take was tried again without a pause' },
  { seed: 8856, what: 'a tab joined once more, because the one that had joined ended before it could tell' },
];
