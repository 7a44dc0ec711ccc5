/** Passkeys by the browser's own dialog. The library comes only when somebody reaches for one. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { SessionAnswer } from '../../wire/accounts.ts';
import { askPasskeyMade, askPasskeyUse, keepPasskey, usePasskey } from '../server/account-calls.ts';

/** Whether this browser, on this address, can have passkeys (they need https, or localhost). */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis && isSecureContext;
}

/** Somebody closed the browser's dialog, or it found nothing: no fault, and nothing to say. */
function isGivenUp(reason: unknown): boolean {
  return reason instanceof Error && (reason.name === 'NotAllowedError' || reason.name === 'AbortError');
}

/** Signs in with a passkey; null when the dialog was closed. Rejects with `Refused` when the server will not. */
export async function signInByPasskey(): Promise<SessionAnswer | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { ceremony, options } = await askPasskeyUse();
  try {
    const response = await startAuthentication({
      optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON,
    });
    return await usePasskey(ceremony, response);
  } catch (reason) {
    if (isGivenUp(reason)) return null;
    throw reason;
  }
}

/** Makes a passkey for the account; false when the dialog was closed. Rejects with `Refused` when the server will not. */
export async function makePasskey(name: string): Promise<boolean> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { ceremony, options } = await askPasskeyMade();
  try {
    const response = await startRegistration({
      optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
    });
    await keepPasskey(ceremony, name, response);
    return true;
  } catch (reason) {
    if (isGivenUp(reason)) return false;
    throw reason;
  }
}
