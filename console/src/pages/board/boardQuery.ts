import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Board } from '../../api/contract';
import { get } from '../../api/http';

export interface BoardView {
  region: string | undefined;
  date: string | undefined;
}

export const boardKey = ({ region, date }: BoardView) => ['board', region ?? '', date ?? ''] as const;

/** Rankings, tier mix and holds do not come with the stream; they are read again at this distance. */
const readAgainMs = 20_000;

export const boardQuery = (view: BoardView) =>
  queryOptions({
    queryKey: boardKey(view),
    queryFn: ({ signal }) => get<Board>('/board', { region: view.region, date: view.date }, signal),
    refetchInterval: view.date === undefined ? readAgainMs : false,
    placeholderData: keepPreviousData,
  });
