import type { KioskSettings } from '../../../src/kiosk/settings/kiosk-settings.ts';
import type { HouseActs } from '../../../src/kiosk/settings/read-settings.ts';

/** Settings in which everything is said. The PIN is 271828, hashed with this salt. */
export const SAMPLE: KioskSettings = {
  version: 1,
  event: {
    id: '0f6f2b9c-6f0a-4b5e-9a53-0f7d5e2f6a11',
    name: 'Training days 培训',
    endsAt: Date.UTC(2027, 2, 5, 22, 59, 59, 999),
    keepDays: 30,
  },
  boardToken: 'hUqW3mUq9sY0o7mBzCkR2vXt4nLd8fGj1aPeQwErTyU',
  acts: [
    { act: 'duck-pond', way: null },
    { act: 'blind-and-lame', way: 'two' },
  ],
  examination: true,
  languages: ['zh-Hans', 'en'],
  idleSeconds: 75,
  answerSeconds: 30,
  resultSeconds: 60,
  board: true,
  volume: 0.6,
  reach: false,
  textSize: 1.25,
  address: 'https://play.example.org',
  pin: {
    salt: 'AAECAwQFBgcICQoLDA0ODw',
    hash: 'WxXYqeSgkGGQcnwheWBRipZD04JnqiM0iSDxcj4yr4s',
    rounds: 600_000,
  },
};

export const HOUSE: HouseActs = new Map([
  ['duck-pond', []],
  ['blind-and-lame', ['one', 'two', 'ear']],
]);
