/**
 * The texts beside the shell's: each part is a folder of `texts/`, loaded when the first page that speaks it opens.
 * `team`: the managers' pages; `join`: how a player joins a team; `server`: what the server answers when it will not;
 * `offline`: playing without a network, and new versions; `kiosk`: what a visitor of a kiosk meets; `organiser`: setting
 * kiosks up, and their staff; `claim`: taking a kiosk's result home, and the big screen; `settings`: the settings, on their
 * own page and in a pause.
 */
export const PARTS = ['team', 'join', 'server', 'offline', 'kiosk', 'organiser', 'claim', 'settings'] as const;
export type Part = (typeof PARTS)[number];
