import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Board, BoardEvent, BoardPatch } from '../../api/contract';
import { address } from '../../api/http';
import { type BoardView, boardKey } from './boardQuery';
import { withEvents, withSums } from './patch';

export interface Liveness {
  connected: boolean;
  /** Seconds from the posting of the newest order to its arrival here, when the clocks allow to say so. */
  lagSeconds: number | null;
}

const firstWaitMs = 1_000;
const longestWaitMs = 15_000;

function lagOf(event: BoardEvent): number | null {
  const seconds = (Date.now() - Date.parse(event.at)) / 1000;
  return seconds >= 0 && seconds < 30 ? seconds : null;
}

class Stream {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitMs = firstWaitMs;
  private dropped = false;

  constructor(
    private readonly url: string,
    private readonly heard: {
      order: (event: BoardEvent) => void;
      sums: (patch: BoardPatch) => void;
      state: (connected: boolean) => void;
      again: () => void;
    },
  ) {}

  open(): void {
    const source = new EventSource(this.url);
    this.source = source;
    source.onopen = () => {
      this.waitMs = firstWaitMs;
      this.heard.state(true);
      if (this.dropped) {
        this.heard.again();
      }
    };
    source.addEventListener('order', (message) => this.heard.order(JSON.parse(message.data) as BoardEvent));
    source.addEventListener('sums', (message) => this.heard.sums(JSON.parse(message.data) as BoardPatch));
    source.onerror = () => this.retry();
  }

  private retry(): void {
    this.source?.close();
    this.dropped = true;
    this.heard.state(false);
    this.timer = setTimeout(() => this.open(), this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, longestWaitMs);
  }

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
  }
}

/** Keeps the cached board of this view up to date from the server's stream; after a gap it is read anew. */
export function useBoardStream(view: BoardView, enabled: boolean): Liveness {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(false);
  const [lagSeconds, setLag] = useState<number | null>(null);
  const { region, date } = view;
  useEffect(() => {
    if (!enabled) {
      return;
    }
    const key = boardKey({ region, date });
    const update = (next: (board: Board) => Board) =>
      queries.setQueryData<Board>(key, (board) => (board === undefined ? board : next(board)));
    const stream = new Stream(address('/board/stream', { region }), {
      order: (event) => {
        setLag(lagOf(event));
        update((board) => withEvents(board, [event]));
      },
      sums: (patch) => update((board) => withSums(board, patch)),
      state: setConnected,
      again: () => void queries.invalidateQueries({ queryKey: key }),
    });
    stream.open();
    return () => stream.close();
  }, [queries, region, date, enabled]);
  return { connected, lagSeconds };
}
