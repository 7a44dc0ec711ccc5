/** Owners and managers: how they sign in, and what they may arrange. */
import * as v from 'valibot';
import { NameSchema } from './joining.ts';

export const ACCOUNT_ROLES = ['owner', 'manager'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

export const EmailSchema = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());
/** 8 or more characters (15 recommended), up to 128, whatever they are; common ones are refused by the server. */
export const PasswordSchema = v.pipe(v.string(), v.minLength(8), v.maxLength(128));
const Token = v.pipe(v.string(), v.minLength(20), v.maxLength(100));
const Uuid = v.pipe(v.string(), v.uuid());

/** `POST /api/setup` with the one-time link's token: makes the owner and signs in. */
export const SetupSchema = v.strictObject({
  token: Token,
  name: NameSchema,
  email: EmailSchema,
  password: PasswordSchema,
});
/** `POST /api/sessions`. */
export const SignInSchema = v.strictObject({ email: EmailSchema, password: v.pipe(v.string(), v.maxLength(128)) });
/** `POST /api/invitations/accept`. */
export const AcceptSchema = v.strictObject({
  token: Token,
  name: NameSchema,
  email: EmailSchema,
  password: PasswordSchema,
});
/** `POST /api/account/password`. */
export const ChangePasswordSchema = v.strictObject({
  old: v.pipe(v.string(), v.maxLength(128)),
  fresh: PasswordSchema,
});
/** `POST /api/invitations`: the answer has the link, shown once. */
export const InviteSchema = v.strictObject({
  role: v.picklist(ACCOUNT_ROLES),
  teams: v.pipe(v.array(Uuid), v.maxLength(100)),
});
/** `POST /api/teams`, `PATCH /api/teams/:team`. */
export const TeamSchema = v.strictObject({
  name: NameSchema,
  retentionDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(30), v.maxValue(3650))),
});
/** `POST /api/teams/:team/codes`. */
export const CodeSchema = v.strictObject({
  kind: v.picklist(['player', 'kiosk']),
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
  mostUses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5000)),
});

/** `GET /api/session`: who is signed in on this browser; `null` when nobody is. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  readonly teams: readonly TeamShown[];
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly createdAt: string }[];
  /** False while only a password protects the account: the pages recommend a passkey. */
  readonly strong: boolean;
}
export interface TeamShown {
  readonly id: string;
  readonly name: string;
  readonly players: number;
  readonly retentionDays: number | null;
}
/** What `/api/session` says to somebody who is not signed in. */
export interface SignInWays {
  /** The set-up link was not used yet: there is no owner. */
  readonly needsSetup: boolean;
  /** Name of the company's sign-in, when OpenID Connect is configured. */
  readonly oidc: string | null;
  readonly passkeys: boolean;
  /** True on `npm start -- --demo`: one press signs in as the demo's manager. */
  readonly demo: boolean;
}
export interface CodeShown {
  readonly id: string;
  /** The code itself, as `ABCD-EFGH`; null when it is spent. */
  readonly code: string | null;
  readonly kind: 'player' | 'kiosk';
  readonly uses: number;
  readonly mostUses: number;
  readonly expiresAt: string;
  readonly state: 'open' | 'expired' | 'used' | 'revoked';
}
