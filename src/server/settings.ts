/** Everything that the one who runs the server may set, read from the environment in this one place. */
import { resolve } from 'node:path';

import { type CompanySettings, readCompany } from './accounts/company/settings.ts';
import type { Place } from './database/database.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { SettingTrouble } from './setting-trouble.ts';
import { readStore, type StoreSettings } from './statements/store/store-settings.ts';

export interface Settings {
  /** `HOST`: name or address to listen on. Default `localhost`: only this machine. */
  readonly host: string;
  /** `PORT`: 0 to 65535; 0 lets the system choose. Default 8787, or the next free one when that is taken. */
  readonly port: number;
  /** `ORIGIN`: where players reach it, as `https://play.example.org`. Default: the address that it listens on. */
  readonly origin: string | undefined;
  /** `TRUSTED_PROXIES`: how many proxies in front of it add to `X-Forwarded-For`. Default 0: the header is not believed. */
  readonly trustedProxies: number;
  /** `DATA_DIR`: folder of the embedded database and of the key file. Default `.data` in the project. */
  readonly dataFolder: string;
  /** `DATABASE_URL`: a PostgreSQL server instead of the embedded database. */
  readonly place: Place;
  /** `SECRET_KEY`: 32 bytes in base64url or hex. Default: made at the first start and kept in the data folder. */
  readonly secretKey: string | undefined;
  /** `LOG_LEVEL`: `debug`, `info`, `warn`, `error` or `silent`. Default `info`; `warn` where a person reads along. */
  readonly logLevel: LogLevel;
  /** `LRS_ENDPOINT` and what belongs to it: a learning record store; absent when nothing goes to one. */
  readonly store?: StoreSettings;
  /** `OIDC_ISSUER` and what belongs to it: the company's own sign-in; absent when there is none. */
  readonly company?: CompanySettings;
}

export { SettingTrouble };

const DEFAULT_PORT = 8787;

/**
 * @param root the project's folder, against which relative paths are read
 * @param isWatched whether the output is a terminal
 * @throws SettingTrouble for a setting that cannot be used
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
  isWatched = false,
): Settings {
  const get = (name: string): string | undefined => {
    const text = env[name]?.trim();
    return text === undefined || text === '' ? undefined : text;
  };
  const dataFolder = resolve(root, get('DATA_DIR') ?? '.data');
  const url = get('DATABASE_URL');
  const origin = readOrigin(get('ORIGIN'));
  const store = readStore(get, origin);
  const company = readCompany(get, origin);
  return {
    host: get('HOST') ?? 'localhost',
    port: readWhole('PORT', get('PORT'), DEFAULT_PORT, 65535),
    origin,
    trustedProxies: readWhole('TRUSTED_PROXIES', get('TRUSTED_PROXIES'), 0, 10),
    dataFolder,
    place:
      url === undefined ? { kind: 'embedded', folder: dataFolder } : { kind: 'postgres', url: readDatabaseUrl(url) },
    secretKey: get('SECRET_KEY'),
    logLevel: readLogLevel(get('LOG_LEVEL') ?? (isWatched ? 'warn' : 'info')),
    ...(store === undefined ? {} : { store }),
    ...(company === undefined ? {} : { company }),
  };
}

function readWhole(name: string, text: string | undefined, byDefault: number, most: number): number {
  if (text === undefined) return byDefault;
  const wanted = Number(text);
  if (Number.isInteger(wanted) && wanted >= 0 && wanted <= most) return wanted;
  throw new SettingTrouble(`${name} must be a whole number from 0 to ${most}, not "${text}".`);
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
  if (isOrigin && url.username === '') return url.origin;
  throw new SettingTrouble(`ORIGIN must be an address without a path, like https://play.example.org, not "${text}".`);
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new SettingTrouble(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`);
}

function readDatabaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^postgres(ql)?:$/.test(url.protocol)) return text;
  // The address may carry a password: it is not repeated.
  throw new SettingTrouble('DATABASE_URL must be an address like postgres://user:password@host:5432/name.');
}
