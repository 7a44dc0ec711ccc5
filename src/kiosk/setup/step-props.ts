import type { OpenSettings } from '../settings/begin-settings.ts';
import type { Draft, Faults } from './draft.ts';
import type { House } from './house-acts.ts';

/** What every step of the form is given. */
export interface StepProps {
  readonly draft: Draft;
  readonly faults: Faults;
  readonly house: House;
  /** The team that this device belongs to already. */
  readonly team: string | null;
  change(some: Partial<Draft>): void;
  changeSettings(some: Partial<OpenSettings>): void;
  /** Takes the device out of its team; kept only with the rest. */
  leaveTeam(): void;
}
