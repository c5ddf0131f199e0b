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
import { ProblemNote } from '../../parts/ProblemNote';
import { moment } from '../../time/format';
import { orderPath } from '../orders/OrderTable';
import { voucherPath } from './DocumentLink';
import { EntryTable } from './EntryTable';
import { documentQuery, voucherQuery } from './ledgerQueries';
import { TakeBack } from './TakeBack';
import { VoucherFiles } from './VoucherFiles';
import styles from './vouchers.module.css';

interface VoucherProps {
  voucher: Voucher;
}

/** That a voucher takes another back, or has been taken back. */
export function TakenBack({ voucher }: VoucherProps) {
  const { t } = useWords();
  const other = voucher.reverses ?? voucher.reversedBy;
  if (!other) {
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

function Facts({ voucher }: VoucherProps) {
  const { t, word } = useWords();
  const { zone } = useSession().tenant;
  const rows = [
    [t('voucher.kind'), word('voucherKind', voucher.kind)],
    [t('voucher.party'), voucher.partyName],
    [t('voucher.happenedOn'), voucher.happenedOn],
    [t('voucher.reason'), voucher.reason],
    [t('voucher.by'), `${voucher.by} · ${moment(voucher.postedAt, zone)}`],
  ] as const;
  return (
    <>
      <p className={styles.big}>
        <Amount value={voucher.amount} currency={voucher.currency} strong />
        <TakenBack voucher={voucher} />
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
  onClose: () => void;
  onPosted: (number: string) => void;
}

function Inside({ number, onPosted }: DrawerProps & { number: string }) {
  const { t, language } = useWords();
  const session = useSession();
  const [taking, setTaking] = useState(false);
  const voucher = useQuery(voucherQuery(number));
  const posted = useQuery(documentQuery({ voucher: number }, language));
  const entries = posted.data?.entries ?? [];
  const one = voucher.data;
  const stands = one !== undefined && !one.reverses && !one.reversedBy;
  const failed = voucher.isError ? voucher : posted;
  return (
    <div className={styles.inside}>
      {one !== undefined && <Facts voucher={one} />}
      {failed.isError && <ProblemNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {(voucher.isPending || posted.isPending) && !failed.isError && <Bones rows={3} />}
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
      {stands && taking && <TakeBack voucher={one} onClose={() => setTaking(false)} onPosted={onPosted} />}
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
