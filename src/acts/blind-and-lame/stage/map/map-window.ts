/** The part of the road that the scroll shows: where a cell of it lies on the screen, and how much of it is seen. Pure. */
import { columnOf, laneOf } from '../../rules/grid.ts';
import { findWindow, type ScrollLayout } from './map-layout.ts';

/** Milliseconds in which most of a glide is done. */
const GLIDE_MS = 260;

export class MapWindow {
  readonly layout: ScrollLayout;
  readonly columns: number;
  /** First column shown, with fractions. */
  first: number;
  /** How far the paper is unrolled, 0 to 1. */
  open = 0;

  constructor(layout: ScrollLayout, columns: number, column: number) {
    this.layout = layout;
    this.columns = columns;
    this.first = findWindow(column, columns, layout.shown);
  }

  glide(column: number, wallMs: number, calm: boolean): void {
    const goal = findWindow(column, this.columns, this.layout.shown);
    this.first = calm ? goal : goal + (this.first - goal) * Math.exp(-wallMs / GLIDE_MS);
  }

  /** Middle of a column; fractions lie between two. */
  x(column: number): number {
    return this.layout.field.x + (column - this.first + 0.5) * this.layout.cell;
  }

  y(lane: number): number {
    return this.layout.field.y + (lane + 0.5) * this.layout.cell;
  }

  cellX(cell: number): number {
    return this.x(columnOf(cell));
  }

  cellY(cell: number): number {
    return this.y(laneOf(cell));
  }

  /** How much is seen at a place across: 1 inside, 0 outside the window and where the paper is still rolled. */
  seen(x: number): number {
    const { field, cell } = this.layout;
    const middle = field.x + field.width / 2;
    const half = (field.width / 2) * Math.min(1, this.open);
    const inside = Math.min(x - field.x, field.x + field.width - x) / cell + 0.5;
    const unrolled = (half - Math.abs(x - middle)) / cell + 0.5;
    return Math.max(0, Math.min(1, inside, unrolled));
  }
}
