/** What the three parts of the muster share: what they tell the frame around them, and how they wait. */
import type { ComponentChildren, JSX } from 'preact';
import type { MusterStageProps } from '../muster/stage-box.tsx';
import type { Arriving } from '../ui/arriving.ts';
import { PartComing } from '../ui/part-coming.tsx';

/** What a part tells the frame around it. */
export interface PartProps {
  /** What the platform over the part shows. */
  stage(shown: MusterStageProps): void;
  /** The heading of the screen. */
  name(name: string): void;
}

/** Waits for what a part needs, and says what to do when it does not arrive. */
export function Waiting<Thing>(props: {
  readonly needs: Arriving<Thing>;
  readonly children: (thing: Thing) => ComponentChildren;
}): JSX.Element {
  const { needs } = props;
  return needs.state === 'here' ? <>{props.children(needs.thing)}</> : <PartComing arriving={needs} />;
}
