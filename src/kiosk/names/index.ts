/**
 * Made-up names for visitors.
 *
 *   const { name, text } = makeName(language, Math.random);   // name goes into the visit, text onto the screen
 *   <VisitorName name={name} />                               // in the faces that have its characters, in any language
 */
export { makeName } from './make-name.ts';
export { nameText } from '../../app/claim/visitor-name.ts';
export { VisitorName } from '../../app/claim/shown-name.tsx';
