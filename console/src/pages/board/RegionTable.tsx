import { Link } from 'react-router';
import type { Board, BoardRegion } from '../../api/contract';
import { useWords } from '../../i18n';
import { compare } from '../../money/decimal';
import { count } from '../../money/format';
import { Amount } from '../../parts/Amount';
import { Empty } from '../../parts/Empty';
import { Bar } from './Bar';
import tones from './board.module.css';
import { type Measure, measured } from './measure';
import styles from './regions.module.css';

interface RegionTableProps {
  board: Board;
  measure: Measure;
  onDrill: (code: string) => void;
}

function drillable(code: string): boolean {
  return code.endsWith('00');
}

const nothing: BoardRegion = { code: '', name: '', orders: 0, amount: '0.00', held: 0 };

export function RegionTable({ board, measure, onDrill }: RegionTableProps) {
  const { t } = useWords();
  const rows = board.regions.toSorted((a, b) => compare(measured(b, measure), measured(a, measure)));
  const drilled = board.region !== null;
  const top = measured(rows[0] ?? nothing, measure);
  if (rows.length === 0) {
    return <Empty title={t('board.rankEmpty')} />;
  }
  return (
    <section
      className={styles.regionTable}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
      tabIndex={0}
      aria-label={t('board.tableLabel', { region: board.region?.name ?? t('board.nation') })}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('board.column.region')}</th>
            {drilled && <td aria-hidden="true" />}
            <th scope="col" className="right">
              {t('board.column.orders')}
            </th>
            <th scope="col" className="right">
              {t('board.column.amount')}
            </th>
            <th scope="col" className="right">
              {t('board.column.held')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((region) => (
            <tr key={region.code}>
              <th scope="row">
                {drillable(region.code) ? (
                  <button type="button" className="bare" onClick={() => onDrill(region.code)}>
                    {region.name}
                  </button>
                ) : (
                  <Link to={`/orders?region=${region.code}`}>{region.name}</Link>
                )}
              </th>
              {drilled && (
                <td aria-hidden="true" className={styles.barCell}>
                  <Bar part={measured(region, measure)} whole={top} />
                </td>
              )}
              <td className="num right">{count(region.orders)}</td>
              <td className="right">
                <Amount value={region.amount} currency={board.currency} />
              </td>
              <td className={`num right ${region.held > 0 ? tones.heldInk : 'quiet'}`}>
                {region.held > 0 ? (
                  <Link to={`/orders?state=ON_HOLD&region=${region.code}`}>{count(region.held)}</Link>
                ) : (
                  '0'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
