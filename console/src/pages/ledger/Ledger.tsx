import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { address, search } from '../../api/http';
import { useSession } from '../../api/queries';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { usePhone } from '../../theme/preferences';
import { clock, day } from '../../time/format';
import styles from './ledger.module.css';
import { trialBalanceQuery } from './ledgerQueries';
import { MomentBar } from './MomentBar';
import { type Moment, momentNames } from './moment';
import { TrialBook } from './TrialBook';

/** The books of each legal entity at a moment; every row leads to its parties, days and entries. */
export function Ledger() {
  const { t, language } = useWords();
  const phone = usePhone();
  const { zone } = useSession().tenant;
  const [{ on, known }, put] = useQueryState(momentNames);
  const moment: Moment = { on, known };
  const books = useQuery(trialBalanceQuery(moment, language));
  const { data } = books;
  const time = data === undefined ? '' : `${day(data.known, zone)} ${clock(data.known, zone)}`;
  return (
    <div className={pageStyles.page}>
      <PageHeader
        title={t('ledger.title')}
        note={data === undefined || phone ? undefined : t('ledger.asKnown', { time })}
      >
        <Link to="/ledger/vouchers">{t('ledger.vouchers')}</Link>
        <Button href={address('/ledger/journal')} download>
          {t('ledger.export')}
        </Button>
      </PageHeader>
      <MomentBar moment={moment} put={put} />
      {books.isError && <ProblemNote error={books.error} onRetry={() => void books.refetch()} />}
      <div className={styles.books} aria-busy={books.isFetching}>
        {books.isPending && (
          <section className="panel">
            <Bones rows={12} />
          </section>
        )}
        {data?.books.length === 0 && (
          <section className="panel">
            <Empty title={t('ledger.empty')}>
              <p>{t('ledger.emptyHint')}</p>
            </Empty>
          </section>
        )}
        {data?.books.map((book) => (
          <TrialBook key={`${book.entity} ${book.currency}`} book={book} at={search({ ...moment })} />
        ))}
      </div>
    </div>
  );
}
