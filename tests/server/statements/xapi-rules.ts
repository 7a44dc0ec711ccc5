/**
 * A checker of statements, written from the specification of xAPI 1.0.3 (xAPI-Data), not from our code: every field that
 * a provider may send, and what must and should hold of it. Numbers of sections stand beside the rules.
 */
import {
  checkList,
  checkMap,
  checkRequired,
  checkText,
  ifThere,
  isObject,
  readObject,
  type Fault,
  type Fields,
  type Report,
} from './xapi-checks.ts';
import { checkInteraction, checkResponse } from './xapi-interactions.ts';
import { isCoarse, isDuration, isIri, isIrl, isLanguage, isMailto, isSha1, isTimestamp, isUuid } from './xapi-types.ts';

/** All faults of a statement that a provider is about to send at `now`; empty for a good one. */
export function findFaults(statement: unknown, now: Date): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (path, rule) => void faults.push({ path, rule });
  checkNulls(statement, '', report);
  checkStatement(statement, '', now, report, false);
  return faults;
}

const STATEMENT = {
  id: true,
  actor: true,
  verb: true,
  object: true,
  result: true,
  context: true,
  timestamp: true,
  stored: true,
  authority: true,
  version: true,
  attachments: true,
};

function checkStatement(value: unknown, path: string, now: Date, report: Report, isSub: boolean): void {
  const statement = readObject(value, path, report, isSub ? { ...STATEMENT, objectType: true } : STATEMENT);
  if (statement === null) return;
  for (const name of ['actor', 'verb', 'object'])
    if (statement[name] === undefined) report(`${path}.${name}`, 'required');
  if (isSub)
    for (const name of ['id', 'stored', 'version', 'authority'])
      if (statement[name] !== undefined) report(`${path}.${name}`, 'subStatement');
  ifThere(statement, 'id', (id) => checkText(id, `${path}.id`, report, isUuid, 'uuid'));
  ifThere(statement, 'actor', (actor) => checkParty(actor, `${path}.actor`, report));
  ifThere(statement, 'verb', (verb) => checkVerb(verb, `${path}.verb`, report));
  ifThere(statement, 'object', (object) => checkTarget(object, `${path}.object`, now, report, isSub));
  ifThere(statement, 'result', (result) => checkResult(result, `${path}.result`, report, statement['object']));
  ifThere(statement, 'context', (context) => checkContext(context, `${path}.context`, report, statement['object']));
  ifThere(statement, 'timestamp', (at) => {
    checkText(at, `${path}.timestamp`, report, isTimestamp, 'timestamp');
    if (!isSub && typeof at === 'string' && Date.parse(at) > now.getTime()) report(`${path}.timestamp`, 'future');
  });
  if (!isSub) {
    ifThere(statement, 'stored', () => report(`${path}.stored`, 'byStore'));
    ifThere(statement, 'authority', (authority) => checkParty(authority, `${path}.authority`, report));
    ifThere(statement, 'version', (version) => version === '1.0.0' || report(`${path}.version`, 'version'));
  }
  ifThere(statement, 'attachments', (list) =>
    checkList(list, `${path}.attachments`, report, (one, at) => checkAttachment(one, at, report)),
  );
  const verb = statement['verb'] as Fields | undefined;
  const object = statement['object'] as Fields | undefined;
  if (verb?.['id'] === 'http://adlnet.gov/expapi/verbs/voided' && object?.['objectType'] !== 'StatementRef')
    report(`${path}.object`, 'voiding');
}

function checkVerb(value: unknown, path: string, report: Report): void {
  const verb = readObject(value, path, report, { id: true, display: true });
  if (verb === null) return;
  checkRequired(verb, 'id', path, report, (id) => checkText(id, `${path}.id`, report, isIri, 'iri'));
  ifThere(verb, 'display', (map) => checkMap(map, `${path}.display`, report));
}

/** What a statement is about. Without an objectType it is an activity. */
function checkTarget(value: unknown, path: string, now: Date, report: Report, isSub: boolean): void {
  if (!isObject(value)) return report(path, 'object');
  switch (value['objectType'] ?? 'Activity') {
    case 'Activity':
      return checkActivity(value, path, report);
    case 'Agent':
    case 'Group':
      return checkParty(value, path, report);
    case 'StatementRef':
      return checkReference(value, path, report);
    case 'SubStatement':
      return isSub ? report(path, 'subStatement') : checkStatement(value, path, now, report, true);
    default:
      report(`${path}.objectType`, 'objectType');
  }
}

function checkReference(value: unknown, path: string, report: Report): void {
  const reference = readObject(value, path, report, { objectType: true, id: true });
  if (reference === null) return;
  if (reference['objectType'] !== 'StatementRef') report(`${path}.objectType`, 'objectType');
  checkRequired(reference, 'id', path, report, (id) => checkText(id, `${path}.id`, report, isUuid, 'uuid'));
}

const PARTY = {
  objectType: true,
  name: true,
  mbox: true,
  mbox_sha1sum: true,
  openid: true,
  account: true,
};

/** An agent or a group (2.4.2). */
function checkParty(value: unknown, path: string, report: Report, only?: 'Agent' | 'Group'): void {
  const hasMembers = isObject(value) && value['member'] !== undefined;
  const party = readObject(value, path, report, { ...PARTY, member: true });
  if (party === null) return;
  const type = party['objectType'] ?? 'Agent';
  if (type !== 'Agent' && type !== 'Group') report(`${path}.objectType`, 'objectType');
  if (type === 'Agent' && (hasMembers || only === 'Group')) report(path, 'groupType');
  if (type === 'Group' && only === 'Agent') report(path, 'memberGroup');
  const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((name) => party[name] !== undefined);
  if (type === 'Group' && identifiers.length === 0) {
    if (!Array.isArray(party['member']) || party['member'].length === 0) report(`${path}.member`, 'members');
  } else if (identifiers.length !== 1) report(path, 'oneIdentifier');
  ifThere(party, 'name', (name) => checkText(name, `${path}.name`, report));
  ifThere(party, 'mbox', (mbox) => checkText(mbox, `${path}.mbox`, report, isMailto, 'mailto'));
  ifThere(party, 'mbox_sha1sum', (sum) => checkText(sum, `${path}.mbox_sha1sum`, report, isSha1, 'sha1'));
  ifThere(party, 'openid', (openid) => checkText(openid, `${path}.openid`, report, isIri, 'iri'));
  ifThere(party, 'account', (given) => {
    const account = readObject(given, `${path}.account`, report, { homePage: true, name: true });
    if (account === null) return;
    const at = `${path}.account`;
    checkRequired(account, 'homePage', at, report, (page) => checkText(page, `${at}.homePage`, report, isIrl, 'irl'));
    checkRequired(account, 'name', at, report, (name) =>
      checkText(name, `${at}.name`, report, (text) => text !== '', 'emptyString'),
    );
  });
  ifThere(party, 'member', (list) =>
    checkList(list, `${path}.member`, report, (member, at) => checkParty(member, at, report, 'Agent')),
  );
}

/** @param value an activity, whether or not it says so (2.4.4.1) */
function checkActivity(value: unknown, path: string, report: Report): void {
  const activity = readObject(value, path, report, { objectType: true, id: true, definition: true });
  if (activity === null) return;
  if ((activity['objectType'] ?? 'Activity') !== 'Activity') report(`${path}.objectType`, 'objectType');
  checkRequired(activity, 'id', path, report, (id) => checkText(id, `${path}.id`, report, isIri, 'iri'));
  ifThere(activity, 'definition', (given) => {
    const at = `${path}.definition`;
    const definition = readObject(given, at, report, {
      name: true,
      description: true,
      type: true,
      moreInfo: true,
      extensions: true,
      interactionType: true,
      correctResponsesPattern: true,
      choices: true,
      scale: true,
      source: true,
      target: true,
      steps: true,
    });
    if (definition === null) return;
    ifThere(definition, 'name', (map) => checkMap(map, `${at}.name`, report));
    ifThere(definition, 'description', (map) => checkMap(map, `${at}.description`, report));
    ifThere(definition, 'type', (type) => checkText(type, `${at}.type`, report, isIri, 'iri'));
    ifThere(definition, 'moreInfo', (page) => checkText(page, `${at}.moreInfo`, report, isIrl, 'irl'));
    ifThere(definition, 'extensions', (map) => checkExtensions(map, `${at}.extensions`, report));
    checkInteraction(definition, at, report);
  });
}

function checkResult(value: unknown, path: string, report: Report, object: unknown): void {
  const result = readObject(value, path, report, {
    score: true,
    success: true,
    completion: true,
    response: true,
    duration: true,
    extensions: true,
  });
  if (result === null) return;
  ifThere(result, 'score', (score) => checkScore(score, `${path}.score`, report));
  for (const name of ['success', 'completion'])
    ifThere(result, name, (flag) => typeof flag === 'boolean' || report(`${path}.${name}`, 'boolean'));
  ifThere(result, 'response', (response) => {
    checkText(response, `${path}.response`, report);
    const definition = isObject(object) ? object['definition'] : undefined;
    if (typeof response === 'string' && isObject(definition))
      checkResponse(response, definition, `${path}.response`, report);
  });
  ifThere(result, 'duration', (duration) => {
    checkText(duration, `${path}.duration`, report, isDuration, 'duration');
    if (typeof duration === 'string' && !isCoarse(duration)) report(`${path}.duration`, 'precision');
  });
  ifThere(result, 'extensions', (map) => checkExtensions(map, `${path}.extensions`, report));
}

function checkScore(value: unknown, path: string, report: Report): void {
  const score = readObject(value, path, report, { scaled: true, raw: true, min: true, max: true });
  if (score === null) return;
  for (const [name, given] of Object.entries(score))
    if (typeof given !== 'number' || !Number.isFinite(given)) report(`${path}.${name}`, 'number');
  const { scaled, raw, min, max } = score as Readonly<Record<'scaled' | 'raw' | 'min' | 'max', number | undefined>>;
  if (scaled !== undefined && !(scaled >= -1 && scaled <= 1)) report(`${path}.scaled`, 'scaled');
  if (min !== undefined && max !== undefined && !(min < max)) report(path, 'range');
  if (raw !== undefined && ((min !== undefined && raw < min) || (max !== undefined && raw > max)))
    report(`${path}.raw`, 'raw');
}

function checkContext(value: unknown, path: string, report: Report, object: unknown): void {
  const context = readObject(value, path, report, {
    registration: true,
    instructor: true,
    team: true,
    contextActivities: true,
    revision: true,
    platform: true,
    language: true,
    statement: true,
    extensions: true,
  });
  if (context === null) return;
  const isOfActivity = isObject(object) && (object['objectType'] ?? 'Activity') === 'Activity';
  ifThere(context, 'registration', (id) => checkText(id, `${path}.registration`, report, isUuid, 'uuid'));
  ifThere(context, 'instructor', (instructor) => checkParty(instructor, `${path}.instructor`, report));
  ifThere(context, 'team', (team) => checkParty(team, `${path}.team`, report, 'Group'));
  for (const name of ['revision', 'platform'])
    ifThere(context, name, (text) => {
      checkText(text, `${path}.${name}`, report);
      if (!isOfActivity) report(`${path}.${name}`, 'onlyOfActivity');
    });
  ifThere(context, 'language', (tag) => checkText(tag, `${path}.language`, report, isLanguage, 'language'));
  ifThere(context, 'statement', (reference) => checkReference(reference, `${path}.statement`, report));
  ifThere(context, 'extensions', (map) => checkExtensions(map, `${path}.extensions`, report));
  ifThere(context, 'contextActivities', (activities) => {
    const at = `${path}.contextActivities`;
    if (!isObject(activities)) return report(at, 'object');
    for (const [key, list] of Object.entries(activities)) {
      if (!['parent', 'grouping', 'category', 'other'].includes(key)) report(`${at}.${key}`, 'contextKey');
      // A single activity may stand alone, but should not (2.4.6.2).
      checkList(list, `${at}.${key}`, report, (one, place) => checkActivity(one, place, report));
    }
  });
}

function checkAttachment(value: unknown, path: string, report: Report): void {
  const attachment = readObject(value, path, report, {
    usageType: true,
    display: true,
    description: true,
    contentType: true,
    length: true,
    sha2: true,
    fileUrl: true,
  });
  if (attachment === null) return;
  checkRequired(attachment, 'usageType', path, report, (type) =>
    checkText(type, `${path}.usageType`, report, isIri, 'iri'),
  );
  checkRequired(attachment, 'display', path, report, (map) => checkMap(map, `${path}.display`, report));
  ifThere(attachment, 'description', (map) => checkMap(map, `${path}.description`, report));
  checkRequired(attachment, 'contentType', path, report, (type) =>
    checkText(type, `${path}.contentType`, report, (text) => /^[\w.+-]+\/[\w.+-]+/.test(text), 'mediaType'),
  );
  checkRequired(attachment, 'length', path, report, (length) => {
    if (!Number.isSafeInteger(length) || (length as number) < 0) report(`${path}.length`, 'length');
  });
  checkRequired(attachment, 'sha2', path, report, (sum) =>
    checkText(sum, `${path}.sha2`, report, (text) => /^[0-9a-f]{56,128}$/.test(text), 'sha2'),
  );
  ifThere(attachment, 'fileUrl', (url) => checkText(url, `${path}.fileUrl`, report, isIrl, 'irl'));
}

/** Nulls, and empty objects, anywhere but in extensions. */
function checkNulls(value: unknown, path: string, report: Report): void {
  if (value === null) return report(path, 'null');
  if (Array.isArray(value)) return value.forEach((one, i) => checkNulls(one, `${path}[${i}]`, report));
  if (!isObject(value)) return;
  if (Object.keys(value).length === 0) report(path, 'emptyObject');
  for (const [name, inner] of Object.entries(value))
    if (name !== 'extensions' || inner === null || Object.keys(inner as object).length === 0)
      checkNulls(inner, `${path}.${name}`, report);
}

function checkExtensions(value: unknown, path: string, report: Report): void {
  if (!isObject(value)) return report(path, 'object');
  for (const key of Object.keys(value)) if (!isIri(key)) report(`${path}.${key}`, 'iri');
}
