/** What the list of who did what can have in it; each has a text `audit.action.<name>`. */
export const ACTIONS = [
  'setUp',
  'signedIn',
  'signInFailed',
  'signedOut',
  'passwordChanged',
  'passkeyMade',
  'passkeyRemoved',
  'sessionsEnded',
  'invited',
  'invitationRevoked',
  'invitationAccepted',
  'accountMade',
  'accountRemoved',
  'roleChanged',
  'teamMade',
  'teamChanged',
  'teamRemoved',
  'managersChanged',
  'codeMade',
  'codeRevoked',
  'playerJoined',
  'playerRenamed',
  'deviceAdded',
  'deviceRemoved',
  'pairingMade',
  'recoveryRenewed',
  'exported',
  'erased',
  'erasedByRetention',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Which of them this is; undefined for one that only a newer server knows. */
export function readAction(name: string): Action | undefined {
  return ACTIONS.find((each) => each === name);
}
