/** Dev only: the pond at dusk, put together from the built atlases as the stage would. */
import { DUCK_STAND, duckFeed, duckFly, duckGlide, duckHeld } from '../../src/stage/rig/poses/duck.ts';
import { hostThrow } from '../../src/stage/rig/poses/host.ts';
import type { Rig } from '../../src/stage/rig/rig.ts';
import { page } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const LIT =
  '<radialGradient id="lit" gradientUnits="userSpaceOnUse" cx="800" cy="560" r="1000" gradientTransform="translate(0 120) scale(1 .8)"><stop offset="0" stop-color="#FCF8F0"/><stop offset=".2" stop-color="#F9F1E1"/><stop offset=".45" stop-color="#F7DDAA"/><stop offset=".68" stop-color="#E0B266"/><stop offset=".86" stop-color="#A55A23"/><stop offset="1" stop-color="#461612"/></radialGradient><radialGradient id="fall" gradientUnits="userSpaceOnUse" cx="820" cy="560" r="1000" gradientTransform="translate(0 168) scale(1 .7)"><stop offset=".55" stop-color="#120C0A" stop-opacity="0"/><stop offset=".82" stop-color="#120C0A" stop-opacity=".3"/><stop offset="1" stop-color="#120C0A" stop-opacity=".82"/></radialGradient>';

export async function mockup(file: string, pond: Sheet, stage: Sheet, host: Rig, duck: Rig): Promise<void> {
  let s = '<rect width="1600" height="900" fill="url(#lit)"/>';
  const put = (name: string, x: number, y: number, k = 1, kx = k): void =>
    void (s += pond.draw(`pond/${name}`, `translate(${x} ${y}) scale(${kx} ${k})`));
  put('moon', 872, 300, 1);
  put('cloud-1', 480, 190);
  put('cloud-2', 1120, 240);
  put('cloud-3', 300, 300);
  for (const x of [-100, 1100]) put('hills-far', x, 586);
  for (const x of [0, 1000]) put('hills-near', x, 590);
  put('reeds-far-1', 240, 600);
  put('reeds-far-2', 700, 600, 1, -1);
  put('reeds-far-1', 1290, 602, 1.1);
  put('reeds-far-2', 1180, 600);
  for (const x of [0, 800]) put('water', x, 588);
  put('moon-path', 872, 596);
  const swim: ReadonlyArray<readonly [string, number, number, number]> = [
    ['drake', 1096, 622, 0.36],
    ['hen', 1160, 630, 0.38],
    ['teal', 640, 640, 0.4],
    ['teal', 980, 672, 0.6],
  ];
  for (const [dye, x, y, k] of swim) {
    s += pond.draw(`duck/${dye}/swim-0`, `translate(${x} ${y}) scale(${-k} ${k})`);
  }
  put('lotus-leaf', 560, 690);
  put('lotus', 600, 690);
  for (let x = 0; x < 1600; x += 304) put('wavelets', x, 714);
  for (let x = 0; x < 1600; x += 640) put('shore', x, 746);
  put('grain-3', 860, 806, 1.1);
  put('grain-1', 700, 800);
  put('glue-1', 1150, 806);
  const fly: ReadonlyArray<readonly [string, string, number, number, number]> = [
    ['drake', 'fly-0', 1060, 200, 0.36],
    ['hen', 'fly-1', 1140, 160, 0.32],
    ['teal', 'fly-2', 1230, 190, 0.34],
    ['drake', 'fly-3', 1320, 150, 0.3],
    ['teal', 'fly-4', 1170, 280, 0.36],
    ['hen', 'fly-0', 1290, 270, 0.34],
    ['drake', 'fly-2', 1400, 230, 0.3],
    ['hen', 'startle-1', 700, 210, 0.4],
  ];
  for (const [dye, f, x, y, k] of fly) s += pond.draw(`duck/${dye}/${f}`, `translate(${x} ${y}) scale(${-k} ${k})`);
  const big = (pose: Parameters<Sheet['puppet']>[1], dye: string, x: number, y: number, k: number, flip = -1): void =>
    void (s += pond.puppet(duck, pose, dye, `translate(${x} ${y}) scale(${k * flip} ${k})`));
  big(duckGlide(0.1), 'drake', 900, 470, 0.8);
  big(duckFly(0.2), 'hen', 1180, 430, 0.6);
  const stand = 800;
  big(duckFeed(0.12), 'teal', 960, stand - DUCK_STAND * 0.66, 0.66, 1);
  big(duckFeed(0.3), 'hen', 820, stand - DUCK_STAND * 0.7, 0.7);
  big(duckFeed(2.4), 'drake', 690, stand - DUCK_STAND * 0.7, 0.7);
  big(duckHeld(0.6), 'drake', 1140, stand - DUCK_STAND * 0.74, 0.74);
  big(duckHeld(1.9), 'hen', 1370, stand - 8 - DUCK_STAND * 0.6, 0.6);
  put('glue-strand', 1152, 770, 0.9);
  put('glue-strand', 1366, 764, 0.7);
  put('call', 1296, 730, 0.7, -0.7);
  s += pond.puppet(host, hostThrow(0.58), 'plain', 'translate(400 806) scale(.76)');
  for (let i = 0; i < 30; i++)
    put(`kernel-${1 + (i % 3)}`, 560 + i * 7 + ((i * 37) % 40), 560 + i * i * 0.24 + ((i * 53) % 30), 1);
  put('reeds-near-1', 1510, 880, 1.1);
  put('reeds-near-2', 1440, 880, 1);
  put('reeds-near-3', 1560, 890, 1.1);
  put('reeds-near-3', 70, 880, 1, -1);
  for (let x = 20; x < 1600; x += 122) s += stage.draw('theatre/apron', `translate(${x} 790)`);
  s += '<rect width="1600" height="900" fill="url(#fall)"/>';
  for (const f of [1, -1]) {
    const m = f === 1 ? '' : 'translate(1600 0) scale(-1 1) ';
    s += stage.draw('theatre/curtain-tied', `${m}translate(52 76)`);
  }
  for (let x = 320; x < 1280; x += 110) s += stage.draw('theatre/edge-top', `translate(${x} 0)`);
  for (let x = 90; x < 1510; x += 88) s += stage.draw('theatre/edge-bottom', `translate(${x} 862)`);
  for (const f of [1, -1]) {
    const m = f === 1 ? '' : 'translate(1600 0) scale(-1 1) ';
    for (let y = 264; y < 822; y += 92) s += stage.draw('theatre/edge-side', `${m}translate(0 ${y})`);
    s += stage.draw('theatre/edge-corner', m) + stage.draw('theatre/edge-foot', `${m}translate(0 822)`);
  }
  s += stage.draw('theatre/edge-crest', 'translate(800 46)');
  await page(file, 1920, 1080, s, LIT + pond.defs() + stage.defs(), '0 0 1600 900');
}
