import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export type QueryChange<Name extends string> = Partial<Record<Name, string | undefined>>;

/** Named parts of the address as state: every filter can be bookmarked and sent. An empty value leaves the address. */
export function useQueryState<const Name extends string>(
  names: readonly Name[],
): [Partial<Record<Name, string>>, (change: QueryChange<Name>, replace?: boolean) => void] {
  const [parameters, setParameters] = useSearchParams();
  const state: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = parameters.get(name);
    if (value !== null && value !== '') {
      state[name] = value;
    }
  }
  const put = useCallback(
    (change: QueryChange<Name>, replace = false) => {
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change) as [string, string | undefined][]) {
            if (value === undefined || value === '') {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          return next;
        },
        { replace },
      );
    },
    [setParameters],
  );
  return [state, put];
}
