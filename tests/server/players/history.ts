import { expect } from 'vitest';

import type { DeliveryAnswer } from '../../../src/wire/delivery.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import { answerItem, makeDevice, playAttempt, sitExamination } from '../records/device.ts';
import type { Classroom } from './classroom.ts';
import { Device } from './device.ts';

/** Delivers records from a device. */
export async function deliver(device: Device, records: readonly StoredRecord[]) {
  return device.ask<DeliveryAnswer>('POST', '/api/deliveries', { version: 1, game: 'test', records });
}

/** One record of every kind, all honest, as the device wrote them; two people's need two seeds, or one has copied. */
export async function writeHistory({ server }: Classroom, device: Device, seed = 5): Promise<readonly StoredRecord[]> {
  const { grounds } = server;
  const writer = makeDevice(grounds.now, device.id);
  const bet = { act: 'duck-pond', question: 'bet', choice: 'shooter' };
  const attempt = await playAttempt({ act: 'duck-pond', seed, bot: 'scatterAndGlue' });
  const [item] = grounds.library.items.values();
  if (item === undefined) throw new Error('the library has no items');
  return [
    writer.write({ type: 'poll', payload: { question: 'how-you-work', choice: 'alone' } }),
    writer.write({ type: 'bet', payload: bet }),
    writer.write({ type: 'attempt', payload: attempt }),
    writer.write({ type: 'answer', payload: answerItem(item, { right: false }) }),
    writer.write({ type: 'examination', payload: sitExamination(grounds.library.bank, seed, (n) => n % 2 === 0) }),
  ];
}

/** A player who joined and delivered something of every kind. */
export async function joinWithHistory(
  room: Classroom,
  name: string,
  seed = 5,
): Promise<{ readonly device: Device; readonly player: string; readonly records: readonly StoredRecord[] }> {
  const device = new Device(room.server);
  const { json } = await device.join((await room.makeCode()).code, name);
  const records = await writeHistory(room, device, seed);
  const { status, json: answer } = await deliver(device, records);
  expect([status, answer.receipts.filter((receipt) => receipt.status === 'accepted' && receipt.counted)]).toEqual([
    200,
    expect.objectContaining({ length: records.length }),
  ]);
  return { device, player: json.player, records };
}
