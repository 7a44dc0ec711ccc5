/** A setting that cannot be used; the message names it, says what it must be and what it was. */
export class SettingTrouble extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SettingTrouble';
  }
}
