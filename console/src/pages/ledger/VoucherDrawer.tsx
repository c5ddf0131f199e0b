import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Voucher } from '../../api/ledger';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { ProblemNote } from '../../parts/ProblemNote';
import { moment } from '../../time/format';
import { orderPath } from '../orders/OrderTable';
import { voucherPath } from './DocumentLink';
import { EntryTable } from './EntryTable';
import { documentQuery } from './ledgerQueries';
import { TakeBack } from './TakeBack';
import { VoucherFiles } from './VoucherFiles';
import styles from './vouchers.module.css';

interface VoucherProps {
  voucher: Voucher;
  /** The voucher that takes this one back. */
  by: string | undefined;
}

/** That a voucher takes another back, or has been taken back. */
export function TakenBack({ voucher, by }: VoucherProps) {
  const { t } = useWords();
  const other = voucher.reverses ?? by;
  if (other === undefined) {
    return null;
  }
  const text = voucher.reverses
    ? t('voucher.takesBack', { number: other })
    : t('voucher.takenBackBy', { number: other });
  return (
    <Link className={styles.taken} to={voucherPath(other)}>
      {text}
    </Link>
  );
}

function Facts({ voucher, by }: VoucherProps) {
  const { t, word } = useWords();
  const { zone } = useSession().tenant;
  const posted = voucher.postedAt ? moment(voucher.postedAt, zone) : '';
  const rows = [
    [t('voucher.kind'), word('voucherKind', voucher.kind)],
    [t('voucher.party'), voucher.partyName],
    [t('voucher.happenedOn'), voucher.happenedOn],
    [t('voucher.reason'), voucher.reason],
    [t('voucher.by'), [voucher.by, posted].filter(Boolean).join(' · ')],
  ] as const;
  return (
    <>
      <p className={styles.big}>
        <Amount value={voucher.amount} currency={voucher.currency} strong />
        <TakenBack voucher={voucher} by={by} />
      </p>
      <p className="quiet">{word('voucherDoes', voucher.kind)}</p>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {voucher.orderNo && (
          <div>
            <dt>{t('voucher.orderNo')}</dt>
            <dd>
              <Link to={orderPath(voucher.orderNo)}>{voucher.orderNo}</Link>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

interface DrawerProps {
  number: string | undefined;
  /** What the list knows of it; a link may name one that the list has not read yet. */
  voucher: Voucher | undefined;
  by: string | undefined;
  onClose: () => void;
  onPosted: (number: string) => void;
}

function Inside({ number, voucher, by, onPosted }: DrawerProps & { number: string }) {
  const { t, language } = useWords();
  const session = useSession();
  const [taking, setTaking] = useState(false);
  const found = useQuery(documentQuery({ voucher: number }, language));
  const entries = found.data?.entries ?? [];
  const first = entries[0];
  const stands = first !== undefined && !first.amount.startsWith('-') && by === undefined;
  return (
    <div className={styles.inside}>
      {voucher !== undefined && <Facts voucher={voucher} by={by} />}
      {found.isError && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Bones rows={3} />}
      {found.isSuccess && entries.length === 0 && <Empty title={t('problem.voucher-unknown')} />}
      {entries.length > 0 && (
        <section className="panel" aria-label={t('voucher.entries')}>
          <header>
            <h3>{t('voucher.entries')}</h3>
          </header>
          <EntryTable narrow entries={entries} />
        </section>
      )}
      {entries.length > 0 && <VoucherFiles number={number} />}
      {stands && may(session, 'VOUCHER_POST') && !taking && (
        <Button danger onClick={() => setTaking(true)}>
          {t('voucher.takeBack')}
        </Button>
      )}
      {stands && taking && (
        <TakeBack
          voucher={{ number, happenedOn: first.happenedOn }}
          onClose={() => setTaking(false)}
          onPosted={onPosted}
        />
      )}
    </div>
  );
}

/** One voucher: what it says, its entry, and the way to take it back. */
export function VoucherDrawer(props: DrawerProps) {
  const { number, onClose } = props;
  return (
    <Drawer open={number !== undefined} size={460} destroyOnHidden title={number} onClose={onClose}>
      {number !== undefined && <Inside key={number} {...props} number={number} />}
    </Drawer>
  );
}
