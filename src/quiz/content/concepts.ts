import * as v from 'valibot';

/** Ids of ideas, items and options: lower case, digits and hyphens. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is no id: lower case and hyphens only'));

const Term = v.pipe(v.string(), v.minLength(1, 'is empty'));

/** An idea's short name as it stands in the glossary, in every language. */
const ConceptSchema = v.strictObject({
  id: Id,
  /** `core`: an act plays it. `taught`: a playbill, a reveal or a card shows it. */
  kind: v.picklist(['core', 'taught']),
  /** 1 what they are, 2 pictures, 3 two departments, 4 the person, 5 working together and the digital age. */
  group: v.picklist([1, 2, 3, 4, 5]),
  terms: v.strictObject({ en: Term, 'zh-Hans': Term, 'zh-Hant': Term, ru: Term }),
});

export const ConceptsFile = v.strictObject({ concepts: v.pipe(v.array(ConceptSchema), v.minLength(1, 'is empty')) });

/** One idea that the game must teach. */
export type Concept = v.InferOutput<typeof ConceptSchema>;
