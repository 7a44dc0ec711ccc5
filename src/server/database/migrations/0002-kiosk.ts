/**
 * Events and the visits of their kiosks. A visitor is nobody, so a visit hangs on its event, and on the kiosk that delivered
 * it: who erases a kiosk (a stolen one, say) erases what it brought.
 */
export const KIOSK: readonly string[] = [
  `create table event (
    id uuid primary key,
    team_id uuid not null references team on delete cascade,
    name text not null,
    ends_at timestamptz not null,
    keep_days integer not null check (keep_days > 0),
    delete_at timestamptz not null,
    board_token bytea not null unique,
    created_at timestamptz not null
  )`,
  `create index event_by_team on event (team_id)`,
  `create index event_by_deletion on event (delete_at)`,
  `create table visit (
    id uuid primary key,
    event_id uuid not null references event on delete cascade,
    kiosk_id uuid not null references player on delete cascade,
    name jsonb not null,
    fingerprint bytea not null,
    records jsonb not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    received_at timestamptz not null,
    claim bytea,
    claimed_by bytea,
    claimed_at timestamptz,
    hidden_at timestamptz
  )`,
  `create index visit_by_event on visit (event_id)`,
  `create index visit_by_kiosk on visit (kiosk_id)`,
  // Not unique: that a code is taken must not be told to whoever delivers a visit with it.
  `create index visit_by_claim on visit (claim) where claim is not null`,
  `create table visit_run (
    visit_id uuid not null references visit on delete cascade,
    record_id text not null,
    event_id uuid not null,
    act text not null,
    at timestamptz not null,
    score double precision,
    run_hash text,
    mark text,
    best boolean not null,
    primary key (visit_id, record_id),
    check (case when mark is null then score is not null and run_hash is not null else not best end)
  )`,
  // The board, in its own order.
  `create index visit_run_on_board on visit_run (event_id, act, score desc, at, visit_id) where best`,
  `create index visit_run_by_run on visit_run (run_hash) where mark is null`,
];
