/**
 * The first shape of the database. Ids that the server makes are `uuid`; ids that a device makes stay the text that it
 * sent, so that a receipt names exactly that. Everything about a player goes with the player's row.
 */
export const FIRST: readonly string[] = [
  // People who sign in.
  `create table account (
    id uuid primary key,
    role text not null check (role in ('owner', 'manager')),
    name text not null,
    email text not null unique check (email = lower(email)),
    password text,
    created_at timestamptz not null default now(),
    disabled_at timestamptz
  )`,
  `create table passkey (
    id text primary key,
    account_id uuid not null references account on delete cascade,
    public_key bytea not null,
    counter bigint not null,
    transports jsonb not null,
    name text not null,
    created_at timestamptz not null default now()
  )`,
  `create index passkey_by_account on passkey (account_id)`,
  `create table identity (
    issuer text not null,
    subject text not null,
    account_id uuid not null references account on delete cascade,
    primary key (issuer, subject)
  )`,
  `create index identity_by_account on identity (account_id)`,
  `create table session (
    token bytea primary key,
    account_id uuid not null references account on delete cascade,
    way text not null check (way in ('password', 'passkey', 'oidc', 'demo')),
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index session_by_account on session (account_id)`,
  `create index session_by_end on session (expires_at)`,
  `create table ceremony (
    token bytea primary key,
    what text not null check (what in ('passkeyMake', 'passkeyUse', 'oidc')),
    data jsonb not null,
    expires_at timestamptz not null
  )`,
  `create table link (
    id uuid primary key,
    token bytea not null unique,
    what text not null check (what in ('setup', 'invitation')),
    role text not null check (role in ('owner', 'manager')),
    teams jsonb not null,
    made_by uuid references account on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
  )`,

  // Teams, and how one comes into them.
  `create table team (
    id uuid primary key,
    name text not null,
    retention_days integer check (retention_days > 0),
    created_at timestamptz not null default now()
  )`,
  `create table team_manager (
    team_id uuid not null references team on delete cascade,
    account_id uuid not null references account on delete cascade,
    primary key (team_id, account_id)
  )`,
  `create index team_manager_by_account on team_manager (account_id)`,
  `create table join_code (
    id uuid primary key,
    team_id uuid not null references team on delete cascade,
    kind text not null check (kind in ('player', 'kiosk')),
    code bytea not null unique,
    sealed bytea not null,
    most_uses integer not null,
    uses integer not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  `create index join_code_by_team on join_code (team_id)`,
  `create table player (
    id uuid primary key,
    team_id uuid not null references team on delete cascade,
    kind text not null check (kind in ('player', 'kiosk')),
    name text not null,
    recovery bytea unique,
    created_at timestamptz not null,
    seen_at timestamptz not null
  )`,
  `create index player_by_team on player (team_id)`,
  `create index player_by_sight on player (seen_at)`,
  `create table device (
    player_id uuid not null references player on delete cascade,
    id text not null,
    token bytea not null unique,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (player_id, id)
  )`,
  `create index device_by_id on device (id)`,
  `create table pairing (
    code bytea primary key,
    player_id uuid not null references player on delete cascade,
    expires_at timestamptz not null
  )`,
  `create index pairing_by_player on pairing (player_id)`,
  `create table tombstone (
    mark bytea primary key,
    erased_at timestamptz not null
  )`,

  // What was delivered, and what the server found it to be.
  `create table record (
    player_id uuid not null references player on delete cascade,
    id text not null,
    device text not null,
    seq integer not null,
    type text not null check (type in ('attempt', 'answer', 'examination', 'poll', 'bet')),
    schema integer not null,
    payload jsonb not null,
    payload_hash text not null,
    written_at timestamptz not null,
    received_at timestamptz not null,
    place bigint not null generated always as identity,
    mark text,
    primary key (player_id, id),
    unique (player_id, device, seq)
  )`,
  `create unique index record_by_place on record (player_id, place)`,
  `create index record_marked on record (received_at) where mark is not null`,
  // Whose a device is: an index of few different values, so it stays small.
  `create index record_by_device on record (device)`,
  `create table attempt (
    player_id uuid not null references player on delete cascade,
    record_id text not null,
    team_id uuid not null,
    act text not null,
    rules integer not null,
    score double precision not null,
    series jsonb not null,
    run_hash text not null,
    seconds double precision not null,
    bet text,
    bet_right boolean,
    at timestamptz not null,
    primary key (player_id, record_id),
    unique (player_id, run_hash)
  )`,
  `create index attempt_by_act on attempt (team_id, act)`,
  `create index attempt_by_time on attempt (team_id, at)`,
  `create index attempt_by_player on attempt (player_id, at)`,
  // The same run under another name.
  `create index attempt_by_run on attempt (run_hash)`,
  `create table answer (
    player_id uuid not null references player on delete cascade,
    record_id text not null,
    place integer not null,
    team_id uuid not null,
    way text not null check (way in ('debrief', 'drill', 'examination')),
    act text,
    item text not null,
    idea text not null,
    score double precision not null,
    response jsonb not null,
    round integer not null,
    took_ms double precision not null,
    at timestamptz not null,
    primary key (player_id, record_id, place)
  )`,
  `create index answer_by_item on answer (team_id, item)`,
  `create index answer_by_time on answer (team_id, at)`,
  `create index answer_by_player on answer (player_id, item, at)`,
  `create table examination (
    player_id uuid not null references player on delete cascade,
    record_id text not null,
    team_id uuid not null,
    rank text not null,
    tier text not null,
    sure_of_rank double precision not null,
    sure_of_tier double precision not null,
    estimate double precision not null,
    sd double precision not null,
    ranks jsonb not null,
    groups jsonb not null,
    at timestamptz not null,
    primary key (player_id, record_id)
  )`,
  `create index examination_by_time on examination (team_id, at)`,
  `create index examination_by_estimate on examination (estimate)`,
  `create table bet (
    player_id uuid not null references player on delete cascade,
    record_id text not null,
    team_id uuid not null,
    act text not null,
    choice text not null,
    at timestamptz not null,
    primary key (player_id, record_id)
  )`,
  `create index bet_by_act on bet (team_id, act)`,
  `create index bet_by_player on bet (player_id, act, at)`,

  // Sums kept as results arrive.
  `create table player_act (
    player_id uuid not null references player on delete cascade,
    act text not null,
    team_id uuid not null,
    attempts integer not null,
    first_score double precision not null,
    best_score double precision not null,
    last_score double precision not null,
    seconds double precision not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    primary key (player_id, act)
  )`,
  `create index player_act_by_team on player_act (team_id)`,
  `create table player_item (
    player_id uuid not null references player on delete cascade,
    item text not null,
    idea text not null,
    team_id uuid not null,
    answers integer not null,
    first_score double precision not null,
    last_score double precision not null,
    last_at timestamptz not null,
    primary key (player_id, item)
  )`,
  `create index player_item_by_team on player_item (team_id, item)`,
  `create table item_option (
    team_id uuid not null references team on delete cascade,
    item text not null,
    option text not null,
    taken integer not null,
    primary key (team_id, item, option)
  )`,
  `create table player_day (
    player_id uuid not null references player on delete cascade,
    day date not null,
    team_id uuid not null,
    runs integer not null,
    answers integer not null,
    seconds double precision not null,
    primary key (player_id, day)
  )`,
  `create index player_day_by_team on player_day (team_id, day)`,

  // What goes on behind.
  `create table statement (
    id uuid primary key,
    player_id uuid not null references player on delete cascade,
    statement jsonb not null,
    created_at timestamptz not null,
    tries integer not null default 0,
    next_at timestamptz not null,
    sent_at timestamptz,
    fault text
  )`,
  `create index statement_waiting on statement (next_at) where sent_at is null`,
  `create index statement_by_player on statement (player_id)`,
  `create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account_id uuid references account on delete set null,
    action text not null,
    team_id uuid,
    subject text
  )`,
  `create index audit_by_time on audit (at)`,
  `create index audit_by_account on audit (account_id)`,
  // Not logged: counters of a few minutes may be lost with a crash, and so cost no wait for the disk on every call.
  `create unlogged table rate (
    key text not null,
    window_start timestamptz not null,
    count integer not null,
    primary key (key, window_start)
  )`,
];
