import type { Difference, RecordVersion } from '../../api/master';

function text(value: unknown): string | null {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) {
    return null;
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** In what a version differs from the one whose place it takes, field by field. */
export function changesOf<Content extends object>(before: Content | undefined, after: Content): Difference[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  names.delete('id');
  const value = (content: Content | undefined, name: string) =>
    text((content as Record<string, unknown> | undefined)?.[name]);
  return [...names]
    .map((field) => ({ field, before: value(before, field), after: value(after, field) }))
    .filter((each) => each.before !== each.after);
}

/**
 * The versions as they were recorded, the latest first, each with what it changed. A version
 * changes what counted from its day on before it was recorded.
 */
export function historyOf<Content extends object>(versions: readonly RecordVersion<Content>[]) {
  return versions
    .map((version, index) => {
      const earlier = versions
        .slice(0, index)
        .filter(({ from }) => (from ?? '') <= (version.from ?? ''))
        .sort((one, other) => (one.from ?? '').localeCompare(other.from ?? '') || one.number - other.number)
        .at(-1);
      return { version, changes: changesOf(earlier?.content, version.content) };
    })
    .reverse();
}
