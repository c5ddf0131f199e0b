import type { Board, BoardEvent, BoardHour, BoardPatch } from '../../api/contract';

export const recentKept = 60;

function merged<Item>(
  old: Item[],
  changed: readonly Item[] | undefined,
  key: (item: Item) => unknown,
): Item[] {
  if (changed === undefined || changed.length === 0) {
    return old;
  }
  const incoming = new Map(changed.map((item) => [key(item), item]));
  const known = new Set(old.map(key));
  const replaced = old.map((item) => incoming.get(key(item)) ?? item);
  return [...replaced, ...changed.filter((item) => !known.has(key(item)))];
}

function inOrder(hours: BoardHour[]): BoardHour[] {
  return hours.toSorted((a, b) => a.hour - b.hour);
}

/** The board after a `sums` message, which carries only what changed. */
export function withSums(board: Board, patch: BoardPatch): Board {
  return {
    ...board,
    today: patch.today ?? board.today,
    regions: merged(board.regions, patch.regions, ({ code }) => code),
    hours: patch.hours?.length ? inOrder(merged(board.hours, patch.hours, ({ hour }) => hour)) : board.hours,
  };
}

/** The board after `order` messages: the newest first, one row an order, older ones fall off. */
export function withEvents(board: Board, events: readonly BoardEvent[]): Board {
  const arrived = new Map<string, BoardEvent>();
  for (const event of events) {
    arrived.delete(event.orderNo);
    arrived.set(event.orderNo, event);
  }
  const fresh = [...arrived.values()].reverse();
  const kept = board.recent.filter(({ orderNo }) => !arrived.has(orderNo));
  return { ...board, recent: [...fresh, ...kept].slice(0, recentKept) };
}
