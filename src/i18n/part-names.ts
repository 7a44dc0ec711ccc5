/**
 * The texts beside the shell's: each part is a folder of `texts/`, loaded when the first page that speaks it opens.
 * `team`: the managers' pages; `join`: how a player joins a team; `server`: what the server answers when it will not;
 * `offline`: playing without a network, and new versions.
 */
export const PARTS = ['team', 'join', 'server', 'offline'] as const;
export type Part = (typeof PARTS)[number];
