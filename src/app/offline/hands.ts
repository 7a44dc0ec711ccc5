/** What the player can do by hand about offline play and updates. The page's start puts in how it is done. */
export interface Hands {
  /** Loads the new version now. False when another tab is in the middle of something. */
  update(): Promise<boolean>;
  /** Fetches everything that is missing, also where the device saves data. */
  fetchAll(): Promise<void>;
}

let hands: Hands | null = null;

export function giveHands(given: Hands): void {
  hands = given;
}

/** Loads the new version now; without a worker, whatever the server has. */
export async function updateNow(): Promise<boolean> {
  if (hands !== null) return hands.update();
  location.reload();
  return true;
}

export async function fetchAll(): Promise<void> {
  await hands?.fetchAll();
}
