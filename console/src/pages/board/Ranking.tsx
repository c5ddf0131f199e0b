import { Segmented } from 'antd';
import { Link } from 'react-router';
import type { Board, Ranked } from '../../api/contract';
import { useWords } from '../../i18n';
import { count } from '../../money/format';
import { Amount } from '../../parts/Amount';
import { Empty } from '../../parts/Empty';
import { Bar } from './Bar';
import type { PutBoardState } from './BoardHeader';
import styles from './lists.module.css';

function Rows({ rows, currency, filter }: { rows: readonly Ranked[]; currency: string; filter: string }) {
  const top = rows[0]?.amount ?? '0';
  return (
    <ol className={styles.ranking}>
      {rows.slice(0, 10).map((row, index) => (
        <li key={row.id}>
          <span className="num quiet">{index + 1}</span>
          <Link to={`/orders?${filter}=${encodeURIComponent(row.id)}`} title={row.name}>
            {row.name}
          </Link>
          <Bar part={row.amount} whole={top} />
          <span className="num right quiet">{count(row.orders)}</span>
          <Amount value={row.amount} currency={currency} />
        </li>
      ))}
    </ol>
  );
}

export function Ranking({ board, who, put }: { board: Board; who: string | undefined; put: PutBoardState }) {
  const { t, word } = useWords();
  const engineers = who === 'engineers';
  const rows = engineers ? board.engineers : board.partners;
  return (
    <section className={`panel ${styles.rank}`}>
      <header>
        <h2>{engineers ? t('board.engineers') : t('board.partners')}</h2>
        <Segmented
          size="small"
          aria-label={t('board.partners')}
          value={engineers ? 'engineers' : 'partners'}
          onChange={(value) => put({ rank: value === 'engineers' ? value : undefined })}
          options={[
            { value: 'partners', label: word('kind', 'PARTNER') },
            { value: 'engineers', label: word('kind', 'ENGINEER') },
          ]}
        />
      </header>
      {rows.length === 0 ? (
        <Empty title={t('board.rankEmpty')} />
      ) : (
        <Rows rows={rows} currency={board.currency} filter={engineers ? 'handler' : 'counterparty'} />
      )}
    </section>
  );
}
