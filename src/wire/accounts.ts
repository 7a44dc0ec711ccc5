/** Owners and managers: how they sign in, and what they may arrange. */
import * as v from 'valibot';
import { NameSchema } from './joining.ts';

const ACCOUNT_ROLES = ['owner', 'manager'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

const EmailSchema = v.pipe(v.string(), v.trim(), v.maxLength(254), v.email());
/** 8 or more characters (15 recommended), up to 128, whatever they are; common ones are refused by the server. */
export const PasswordSchema = v.pipe(v.string(), v.minLength(8), v.maxLength(128));
const Token = v.pipe(v.string(), v.minLength(20), v.maxLength(100));
const Uuid = v.pipe(v.string(), v.uuid());

/** Answers of a passkey, as `@simplewebauthn/browser` gives them: the library on the server reads every field of them. */
const PasskeyResponse = v.looseObject({
  id: v.pipe(v.string(), v.maxLength(1400)),
  rawId: v.pipe(v.string(), v.maxLength(1400)),
  type: v.literal('public-key'),
  response: v.looseObject({}),
  clientExtensionResults: v.looseObject({}),
});

/** `POST /api/setup` with the one-time link's token: makes the owner and signs in. */
export const SetupSchema = v.strictObject({
  token: Token,
  name: NameSchema,
  email: EmailSchema,
  password: PasswordSchema,
});
/** `POST /api/sessions` → `SessionAnswer`, and the cookie. Other ways in: `POST /api/sessions/demo`, passkey, company. */
export const SignInSchema = v.strictObject({ email: EmailSchema, password: v.pipe(v.string(), v.maxLength(128)) });
/** `POST /api/invitations/look`: the token of the link (`/team/invitation#<token>`) → `InvitationLook`. */
export const LookInvitationSchema = v.strictObject({ token: Token });
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

/** `PUT /api/teams/:team/managers`: all managers of a team (owners see every team anyway). */
export const TeamManagersSchema = v.strictObject({ accounts: v.pipe(v.array(Uuid), v.maxLength(200)) });
/** `PATCH /api/accounts/:account`. */
export const ChangeAccountSchema = v.strictObject({ role: v.picklist(ACCOUNT_ROLES) });
/** `PATCH /api/account`: one's own name. */
export const ChangeNameSchema = v.strictObject({ name: NameSchema });

/** `POST /api/account/passkeys/options` and `POST /api/sessions/passkey/options` → what the browser's part wants. */
export interface PasskeyCeremony {
  /** To be sent back with the browser's answer, within five minutes, once. */
  readonly ceremony: string;
  /** `PublicKeyCredentialCreationOptionsJSON` or `PublicKeyCredentialRequestOptionsJSON`. */
  readonly options: Readonly<Record<string, unknown>>;
}
/** `POST /api/account/passkeys` → 201. */
export const MakePasskeySchema = v.strictObject({ ceremony: Token, name: NameSchema, response: PasskeyResponse });
/** `POST /api/sessions/passkey` → `SessionAnswer`. */
export const UsePasskeySchema = v.strictObject({ ceremony: Token, response: PasskeyResponse });
/** `POST /api/sessions/oidc` → where the page goes next: the company's sign-in. */
export interface CompanySignIn {
  readonly url: string;
}
/** `GET /api/session`. */
export interface SessionAnswer {
  /** Who is signed in on this browser; null when nobody is. */
  readonly signedIn: SignedIn | null;
  readonly ways: SignInWays;
}
/** Somebody who is signed in. */
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
/** How one can sign in here. */
export interface SignInWays {
  /** The set-up link was not used yet: there is no owner. */
  readonly needsSetup: boolean;
  /** Name of the company's sign-in for its button, when OpenID Connect is configured. */
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

/** `GET /api/teams/:team/codes`. */
export interface CodesAnswer {
  readonly codes: readonly CodeShown[];
}
/** `GET /api/teams` → those that the caller sees. */
export interface TeamsAnswer {
  readonly teams: readonly TeamShown[];
}
/** `GET /api/teams/:team/managers`, and `GET /api/accounts` for the owner. */
export interface AccountsAnswer {
  readonly accounts: readonly AccountShown[];
}
export interface AccountShown {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: AccountRole;
  /** Ids of the teams given to them; empty for owners, who see all. */
  readonly teams: readonly string[];
  readonly passkeys: number;
  /** Last request of a session that still holds; null when there is none. */
  readonly seenAt: string | null;
}
/** `POST /api/invitations` → 201. The link is shown this once; the database has only its fingerprint. */
export interface InvitationMade {
  readonly id: string;
  readonly link: string;
  readonly expiresAt: string;
}
/** `GET /api/invitations`. */
export interface InvitationsAnswer {
  readonly invitations: readonly {
    readonly id: string;
    readonly role: AccountRole;
    readonly teams: readonly string[];
    readonly expiresAt: string;
    readonly state: 'open' | 'expired' | 'used' | 'revoked';
  }[];
}
/** `POST /api/invitations/look`. */
export interface InvitationLook {
  readonly role: AccountRole;
  /** Names of the teams. */
  readonly teams: readonly string[];
  readonly expiresAt: string;
}
/** `GET /api/account/sessions`: one's own signed-in browsers. */
export interface SessionsAnswer {
  readonly sessions: readonly {
    readonly id: string;
    readonly way: 'password' | 'passkey' | 'oidc' | 'demo';
    readonly own: boolean;
    readonly createdAt: string;
    readonly seenAt: string;
  }[];
}
/** `GET /api/audit?before=<id>`: the latest 100 things done, newest first. For owners. */
export interface AuditAnswer {
  readonly entries: readonly {
    readonly id: string;
    readonly at: string;
    /** Name of the owner or manager; null for players and the server itself. */
    readonly by: string | null;
    readonly action: string;
    readonly team: string | null;
    readonly subject: string | null;
  }[];
}
/** `GET /api/teams/:team/players`: who is in the team, kiosks too, for whoever looks after it. */
export interface PlayersAnswer {
  readonly players: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: 'player' | 'kiosk';
    readonly joinedAt: string;
    readonly seenAt: string;
    readonly devices: readonly { readonly id: string; readonly createdAt: string; readonly seenAt: string }[];
  }[];
}
