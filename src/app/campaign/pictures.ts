/** The small painting of each act, as it lies beside the act's texts. */
const files = import.meta.glob<string>('../../../levels/*/playbill.svg', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The address of an act's painting, or null while nobody has painted one. */
export function findPicture(act: string): string | null {
  return files[`../../../levels/${act}/playbill.svg`] ?? null;
}
