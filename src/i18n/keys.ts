import type english from './texts/en.json';
import type claimEnglish from './texts/claim/en.json';
import type joinEnglish from './texts/join/en.json';
import type kioskEnglish from './texts/kiosk/en.json';
import type offlineEnglish from './texts/offline/en.json';
import type organiserEnglish from './texts/organiser/en.json';
import type serverEnglish from './texts/server/en.json';
import type settingsEnglish from './texts/settings/en.json';
import type teamEnglish from './texts/team/en.json';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Stem<Key extends string> = Key extends `${infer Base}_${Plural}` ? Base : Key;
type Leaves<Node, Path extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Path}${Stem<Key>}` : Leaves<Node[Key], `${Path}${Key}.`>;
}[keyof Node & string];

/** Every text of the shell, as written in English; plural endings left off. A key that is not there does not compile. */
export type ShellKey = Leaves<typeof english>;

/** The same for the texts beside the shell. */
export type TeamKey = Leaves<typeof teamEnglish>;
export type JoinKey = Leaves<typeof joinEnglish>;
export type ClaimKey = Leaves<typeof claimEnglish>;
export type KioskKey = Leaves<typeof kioskEnglish>;
export type OrganiserKey = Leaves<typeof organiserEnglish>;
export type OfflineKey = Leaves<typeof offlineEnglish>;
export type ServerKey = Leaves<typeof serverEnglish>;
export type SettingsKey = Leaves<typeof settingsEnglish>;

/** The keys of every part. */
export interface PartKeys {
  readonly team: TeamKey;
  readonly join: JoinKey;
  readonly offline: OfflineKey;
  readonly server: ServerKey;
  readonly kiosk: KioskKey;
  readonly organiser: OrganiserKey;
  readonly claim: ClaimKey;
  readonly settings: SettingsKey;
}

/** What fills the placeholders; `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;
