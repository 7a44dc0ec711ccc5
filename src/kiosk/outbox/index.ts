/**
 * The kiosk's own database, and the way of its visits to the server.
 *
 *   const book = openVisitBook();
 *   await book.closeLeftOpen();              // inner page, at its start
 *   const delivery = startDelivery(book);    // outer page, for as long as it lives
 */
export { openVisitBook, type DeliverableBook } from './open-visit-book.ts';
export { SpoiltSettings } from './read-here.ts';
export { startDelivery, type Delivering } from './start-delivery.ts';
export type { DeliveryFault, NamedVisitor, VisitBook } from './visit-book.ts';
