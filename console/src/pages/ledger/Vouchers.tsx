import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { search } from '../../api/http';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { usePhone } from '../../theme/preferences';
import { vouchersQuery } from './ledgerQueries';
import { PartyChoice } from './PartyChoice';
import { PostVoucher } from './PostVoucher';
import { VoucherDrawer } from './VoucherDrawer';
import { VoucherList } from './VoucherList';
import styles from './vouchers.module.css';

/** Amounts that no order brings: the list, the form for another, and one of them open. */
export function Vouchers() {
  const { t } = useWords();
  const phone = usePhone();
  const session = useSession();
  const [{ party, number }, put] = useQueryState(['party', 'number'] as const);
  const [posting, setPosting] = useState(false);
  const vouchers = useInfiniteQuery(vouchersQuery(party));
  const rows = vouchers.data?.pages.flatMap((page) => page.vouchers) ?? [];
  return (
    <div className={pageStyles.page}>
      <PageHeader back="/ledger" title={t('voucher.title')} note={phone ? undefined : t('voucher.note')}>
        <PartyChoice
          className={styles.filter}
          hint={t('voucher.anyParty')}
          value={party}
          onChange={(chosen) => put({ party: chosen })}
        />
        {may(session, 'VOUCHER_POST') && (
          <Button type="primary" onClick={() => setPosting(true)}>
            {t('voucher.post')}
          </Button>
        )}
      </PageHeader>
      {vouchers.isError && <ProblemNote error={vouchers.error} onRetry={() => void vouchers.refetch()} />}
      <section className={`panel ${styles.list}`} aria-busy={vouchers.isFetching}>
        {vouchers.isPending && <Bones rows={8} />}
        {vouchers.isSuccess && rows.length === 0 && (
          <Empty title={party === undefined ? t('voucher.empty') : t('voucher.emptyParty')}>
            <p>{t('voucher.emptyHint')}</p>
          </Empty>
        )}
        {rows.length > 0 && (
          <VoucherList rows={rows} pathOf={(one) => `/ledger/vouchers${search({ party, number: one })}`} />
        )}
        {vouchers.hasNextPage && (
          <footer className={styles.end}>
            <Button loading={vouchers.isFetchingNextPage} onClick={() => void vouchers.fetchNextPage()}>
              {t('action.more')}
            </Button>
          </footer>
        )}
      </section>
      <PostVoucher
        open={posting}
        onClose={() => setPosting(false)}
        onPosted={(posted) => {
          setPosting(false);
          put({ number: posted });
        }}
      />
      <VoucherDrawer
        number={number}
        onClose={() => put({ number: undefined })}
        onPosted={(posted) => put({ number: posted })}
      />
    </div>
  );
}
