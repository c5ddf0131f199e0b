import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { OrderDetail } from '../../api/contract';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';
import { priceCheckLink } from '../price-check/link';
import { factRows } from './factRows';
import styles from './order.module.css';

export function Facts({ order }: { order: OrderDetail }) {
  const words = useWords();
  const { t } = words;
  const session = useSession();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify(order.facts, null, 2));
    message.success(t('action.copied'));
  };
  return (
    <section className="panel">
      <header>
        <h2>{t('order.facts')}</h2>
        <Button type="text" size="small" onClick={() => void copy()}>
          {t('order.copyFacts')}
        </Button>
        {may(session, 'PRICE_CHECK') && <Link to={priceCheckLink(order.facts)}>{t('order.checkPrice')}</Link>}
      </header>
      <dl className={styles.facts}>
        {factRows(order.facts, words, session.tenant.zone).map((row) => (
          <div key={row.key}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
