/**
 * What this device knows and has not yet delivered. `openPlayer` is called once per page life.
 *
 *   const player = openPlayer({ findAct });      // at once; settings can be read right away
 *   await player.ready;                          // the log has been read
 *   await player.append({ type: 'attempt', payload });
 */
export { openPlayer } from './open.ts';
export type { Surroundings } from './surroundings.ts';
export type {
  DraftNotes,
  Drafts,
  ExaminationDesk,
  NoticeBoard,
  Outbox,
  Player,
  ResumedRun,
  SettingsKeeper,
  StorageState,
  UnfinishedExamination,
} from './player.ts';
export type { Claimed } from './claims/claim.ts';
export type { Round } from './delivery/courier.ts';
export type { Done, SecondWay, Team } from './delivery/team.ts';
export type { TeamState } from './delivery/team-state.ts';
export { DEFAULT_SETTINGS } from './settings/settings.ts';
export type { LanguageCode, Settings, Volumes } from './settings/settings.ts';
export { recordRun } from '../wire/records/record-run.ts';
export type {
  Answer,
  AnswerWay,
  Attempt,
  Bet,
  BetPlaced,
  Examination,
  ExaminationAnswer,
  InputKind,
  Kept,
  KeptResult,
  LogRecord,
  NewRecord,
  Poll,
  Receipt,
  RecordType,
} from '../wire/records/records.ts';
export type { Notice, NoticeKind } from './notices/notice.ts';
export type { ActProgress, ExaminationProgress, IdeaProgress, Progress, Review } from './progress/progress.ts';
export type { ImportFault, ImportReport } from './transfer/report.ts';
