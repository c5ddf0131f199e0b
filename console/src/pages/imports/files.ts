const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const accepted = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(',');

/** The content type of an order file by the end of its name, or null when it is none. */
export function contentTypeOf(name: string): string | null {
  return types[name.toLowerCase().split('.').pop() ?? ''] ?? null;
}

/** 2204511 → "2.1 MB" */
export function fileSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  const step = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const value = bytes / 1024 ** step;
  return `${step === 0 ? value : value.toFixed(1)} ${units[step]}`;
}

/** How much of a file is read, in whole percent; a file of no bytes is read at once. */
export function percentRead(read: number, total: number): number {
  return total === 0 ? 100 : Math.min(100, Math.floor((read / total) * 100));
}

/** Rows as a CSV that opens in Excel with its Chinese intact, and in which no cell is taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
