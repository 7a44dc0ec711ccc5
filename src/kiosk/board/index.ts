/**
 * The event's board. Texts are those of the part `claim`, which the page must have loaded (`useParts`).
 *
 *   <BoardList entries={board.acts[act] ?? []} own={visit.id} />
 */
export { BoardList } from './board-list.tsx';
