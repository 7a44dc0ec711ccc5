/** Who may call what, written down by hand and apart from the routes themselves. */

/** Who may call: N nobody, P player, K kiosk, M manager, O owner. On paths with `:team`, M, P and K of that team only. */
type Who = 'NPKMO' | 'NMO' | 'MO' | 'O' | 'PK' | 'P' | 'K' | 'N';

export const EXPECTED: Readonly<Record<string, Who>> = {
  // Coming in and going out.
  'POST /api/setup': 'NMO',
  'GET /api/session': 'NPKMO',
  'DELETE /api/session': 'MO',
  'POST /api/sessions': 'NMO',
  'POST /api/sessions/demo': 'NMO',
  'POST /api/sessions/passkey/options': 'NMO',
  'POST /api/sessions/passkey': 'NMO',
  'POST /api/sessions/oidc': 'NMO',
  'GET /api/sessions/oidc/return': 'NPKMO',
  'POST /api/invitations/look': 'NMO',
  'POST /api/invitations/accept': 'NMO',
  'POST /api/join/look': 'NPKMO',
  'POST /api/join': 'NPKMO',
  'POST /api/join/second': 'NPKMO',

  // One's own account.
  'PATCH /api/account': 'MO',
  'POST /api/account/password': 'MO',
  'GET /api/account/sessions': 'MO',
  'DELETE /api/account/sessions/:session': 'MO',
  'POST /api/account/passkeys/options': 'MO',
  'POST /api/account/passkeys': 'MO',
  'DELETE /api/account/passkeys/:passkey': 'MO',

  // The owner's.
  'GET /api/accounts': 'O',
  'PATCH /api/accounts/:account': 'O',
  'DELETE /api/accounts/:account': 'O',
  'DELETE /api/accounts/:account/sessions': 'O',
  'GET /api/invitations': 'O',
  'POST /api/invitations': 'O',
  'DELETE /api/invitations/:invitation': 'O',
  'GET /api/audit': 'O',
  'DELETE /api/teams/:team': 'O',
  'PUT /api/teams/:team/managers': 'O',

  // A team's.
  'GET /api/teams': 'MO',
  'POST /api/teams': 'MO',
  'PATCH /api/teams/:team': 'MO',
  'GET /api/teams/:team/managers': 'MO',
  'GET /api/teams/:team/codes': 'MO',
  'POST /api/teams/:team/codes': 'MO',
  'DELETE /api/teams/:team/codes/:code': 'MO',
  'GET /api/teams/:team/players': 'MO',
  'PATCH /api/teams/:team/players/:player': 'MO',
  'DELETE /api/teams/:team/players/:player': 'MO',
  'POST /api/teams/:team/players/:player/pairings': 'MO',
  'DELETE /api/teams/:team/players/:player/devices/:device': 'MO',
  'GET /api/teams/:team/players/:player/export': 'MO',
  'GET /api/teams/:team/players/:player/export/attempts': 'MO',
  'GET /api/teams/:team/players/:player/export/answers': 'MO',

  // What its results say.
  'GET /api/teams/:team/overview': 'MO',
  'GET /api/teams/:team/progress': 'MO',
  'GET /api/teams/:team/ranks': 'MO',
  'GET /api/teams/:team/ideas': 'MO',
  'GET /api/teams/:team/bets': 'MO',
  'GET /api/teams/:team/time': 'MO',
  'GET /api/teams/:team/items': 'MO',
  'GET /api/teams/:team/marked': 'MO',
  'GET /api/teams/:team/people/:player': 'MO',
  'GET /api/teams/:team/people/:player/runs/:record': 'MO',
  'GET /api/teams/:team/attempts': 'MO',
  'GET /api/teams/:team/answers': 'MO',
  'GET /api/teams/:team/live': 'MO',

  // A player's. A kiosk stands in public: it plays and delivers, and no more.
  'GET /api/me': 'PK',
  'PATCH /api/me': 'P',
  'DELETE /api/me': 'P',
  'POST /api/me/pairings': 'P',
  'POST /api/me/recovery': 'P',
  'DELETE /api/me/devices/:device': 'P',
  'GET /api/me/export': 'P',
  'GET /api/me/export/attempts': 'P',
  'GET /api/me/export/answers': 'P',
  'POST /api/deliveries': 'PK',
  'GET /api/records': 'P',

  // An event's: its kiosks, its big screen (by the board's own token, which is nobody's), and its visitors afterwards.
  'PUT /api/kiosk/event': 'K',
  'POST /api/kiosk/visits': 'K',
  'GET /api/kiosk/board': 'K',
  'POST /api/kiosk/hidden': 'K',
  'GET /api/board': 'N',
  'POST /api/claims': 'NPKMO',
};
