/** Adds people's weeks up, place by place; people with fewer weeks count from the latest one backwards. */
export function sumWeeks(people: readonly (readonly number[])[]): readonly number[] {
  const length = Math.max(0, ...people.map((weeks) => weeks.length));
  return Array.from({ length }, (_, place) =>
    people.reduce((sum, weeks) => sum + (weeks[place - length + weeks.length] ?? 0), 0),
  );
}
