import { openDoor, type Door } from './door.ts';
import { isPin, type KeptPin } from './hash-pin.ts';
import { deviceShelf } from './tries-shelf.ts';

/** This device's door: one count of tries for the kiosk and its set-up. */
export function openDeviceDoor(pin: KeptPin): Door {
  return openDoor({
    isRight: (typed) => isPin(typed, pin),
    shelf: deviceShelf,
    now: () => performance.now(),
    every(ms, act) {
      const timer = setInterval(act, ms);
      return () => clearInterval(timer);
    },
  });
}
