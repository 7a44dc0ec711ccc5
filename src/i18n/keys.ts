import type english from './texts/en.json';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Stem<Key extends string> = Key extends `${infer Base}_${Plural}` ? Base : Key;
type Leaves<Node, Path extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string ? `${Path}${Stem<Key>}` : Leaves<Node[Key], `${Path}${Key}.`>;
}[keyof Node & string];

/** Every text of the shell, as written in English; plural endings left off. A key that is not there does not compile. */
export type ShellKey = Leaves<typeof english>;

/** What fills the placeholders; `count` chooses the plural. */
export type TextValues = Readonly<Record<string, string | number>>;
