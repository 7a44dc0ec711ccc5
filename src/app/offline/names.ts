/** Names that the page and the service worker share. No imports: the build reads this file, too. */

/** The cache of everything that is not of the shell. Files are named by their content, so versions share it. */
export const FILES = 'marshals-baton-files';
/** On requests of what is fetched ahead of time: the page puts those away itself, and knows then that they are here. */
export const FETCHED_AHEAD = 'x-fetched-ahead';
