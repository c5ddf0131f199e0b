import { useQuery } from '@tanstack/react-query';
import { regionsQuery } from '../api/queries';

/** The code one level up in GB/T 2260: 440305 → 440300 → 440000 → none. */
export function parentCode(code: string): string | undefined {
  if (!/^\d{6}$/.test(code) || code.endsWith('0000')) {
    return undefined;
  }
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

/** The name of a region code, or the code itself until it is known. */
export function useRegionName(code: string | undefined): string {
  const siblings = useQuery({
    ...regionsQuery(code === undefined ? undefined : parentCode(code)),
    enabled: code !== undefined,
  });
  return siblings.data?.find((region) => region.code === code)?.name ?? code ?? '';
}
