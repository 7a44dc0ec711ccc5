/** What the account pages ask the server. Forms and answers: `src/wire/accounts.ts`. */
import type { InferInput } from 'valibot';
import type {
  AcceptSchema,
  AccountRole,
  AccountsAnswer,
  AuditAnswer,
  CodesAnswer,
  CodeSchema,
  CodeShown,
  CompanySignIn,
  InvitationLook,
  InvitationMade,
  InvitationsAnswer,
  PasskeyCeremony,
  PlayersAnswer,
  SessionAnswer,
  SessionsAnswer,
  SetupSchema,
  SignInSchema,
  TeamSchema,
  TeamShown,
} from '../../wire/accounts.ts';
import type { Pairing } from '../../wire/joining.ts';
import { ask } from './ask.ts';

const post = <Answer>(path: string, body?: unknown): Promise<Answer> => ask(path, { method: 'POST', body: body ?? {} });
const remove = (path: string): Promise<void> => ask(path, { method: 'DELETE' });

export const askWho = (): Promise<SessionAnswer> => ask('/api/session');
export const setUp = (form: InferInput<typeof SetupSchema>): Promise<SessionAnswer> => post('/api/setup', form);
export const signIn = (form: InferInput<typeof SignInSchema>): Promise<SessionAnswer> => post('/api/sessions', form);
export const signInDemo = (): Promise<SessionAnswer> => post('/api/sessions/demo');
export const askCompany = (): Promise<CompanySignIn> => post('/api/sessions/oidc');
export const signOut = (): Promise<void> => remove('/api/session');

export const askPasskeyUse = (): Promise<PasskeyCeremony> => post('/api/sessions/passkey/options');
export const usePasskey = (ceremony: string, response: unknown): Promise<SessionAnswer> =>
  post('/api/sessions/passkey', { ceremony, response });
export const askPasskeyMade = (): Promise<PasskeyCeremony> => post('/api/account/passkeys/options');
export const keepPasskey = (ceremony: string, name: string, response: unknown): Promise<void> =>
  post('/api/account/passkeys', { ceremony, name, response });
export const dropPasskey = (id: string): Promise<void> => remove(`/api/account/passkeys/${encodeURIComponent(id)}`);

export const renameSelf = (name: string): Promise<void> => ask('/api/account', { method: 'PATCH', body: { name } });
export const changePassword = (old: string, fresh: string): Promise<void> =>
  post('/api/account/password', { old, fresh });
export const SESSIONS = '/api/account/sessions';
export const endSession = (id: string): Promise<void> => remove(`${SESSIONS}/${encodeURIComponent(id)}`);
export type { SessionsAnswer };

export const lookAtInvitation = (token: string): Promise<InvitationLook> => post('/api/invitations/look', { token });
export const acceptInvitation = (form: InferInput<typeof AcceptSchema>): Promise<SessionAnswer> =>
  post('/api/invitations/accept', form);

export const AUDIT = '/api/audit';
export const readAuditBefore = (entry: string): Promise<AuditAnswer> => ask(`${AUDIT}?before=${entry}`);

export const ACCOUNTS = '/api/accounts';
export const INVITATIONS = '/api/invitations';
export type { AccountsAnswer, InvitationsAnswer };
export const invite = (role: AccountRole, teams: readonly string[]): Promise<InvitationMade> =>
  post(INVITATIONS, { role, teams });
export const revokeInvitation = (id: string): Promise<void> => remove(`${INVITATIONS}/${id}`);
export const changeRole = (account: string, role: AccountRole): Promise<void> =>
  ask(`${ACCOUNTS}/${account}`, { method: 'PATCH', body: { role } });
export const removeAccount = (account: string): Promise<void> => remove(`${ACCOUNTS}/${account}`);

type TeamForm = InferInput<typeof TeamSchema>;
export const makeTeam = (form: TeamForm): Promise<TeamShown> => post('/api/teams', form);
export const changeTeam = (team: string, form: TeamForm): Promise<void> =>
  ask(`/api/teams/${team}`, { method: 'PATCH', body: form });
export const deleteTeam = (team: string): Promise<void> => remove(`/api/teams/${team}`);
const managersOf = (team: string): string => `/api/teams/${team}/managers`;
export const setManagers = (team: string, accounts: readonly string[]): Promise<void> =>
  ask(managersOf(team), { method: 'PUT', body: { accounts } });

export const codesOf = (team: string): string => `/api/teams/${team}/codes`;
export type { CodesAnswer, CodeShown };
export const makeCode = (team: string, form: InferInput<typeof CodeSchema>): Promise<CodeShown> =>
  post(codesOf(team), form);
export const revokeCode = (team: string, code: string): Promise<void> => remove(`${codesOf(team)}/${code}`);

export const playersOf = (team: string): string => `/api/teams/${team}/players`;
export type { PlayersAnswer };
export const renamePlayer = (team: string, player: string, name: string): Promise<void> =>
  ask(`${playersOf(team)}/${player}`, { method: 'PATCH', body: { name } });
export const erasePlayer = (team: string, player: string): Promise<void> => remove(`${playersOf(team)}/${player}`);
export const removeDevice = (team: string, player: string, device: string): Promise<void> =>
  remove(`${playersOf(team)}/${player}/devices/${encodeURIComponent(device)}`);
export const pairPlayer = (team: string, player: string): Promise<Pairing> =>
  post(`${playersOf(team)}/${player}/pairings`);
export const exportOf = (team: string, player: string): string => `${playersOf(team)}/${player}/export`;
