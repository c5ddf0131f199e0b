import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Voucher } from '../../api/ledger';
import { useSession } from '../../api/queries';
import { useWords, type Words } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { usePhone } from '../../theme/preferences';
import { shortMoment } from '../../time/format';
import { orderPath } from '../orders/OrderTable';
import { TakenBack } from './VoucherDrawer';
import styles from './vouchers.module.css';

interface ListProps {
  rows: Voucher[];
  /** The path of the page with a voucher open. */
  pathOf: (number: string) => string;
}

function columnsOf({ t, word }: Words, zone: string, pathOf: ListProps['pathOf']): TableColumnsType<Voucher> {
  return [
    {
      title: t('voucher.number'),
      width: 172,
      ellipsis: true,
      render: (_, { number }) => <Link to={pathOf(number)}>{number}</Link>,
    },
    { title: t('voucher.kind'), width: 120, render: (_, { kind }) => word('voucherKind', kind) },
    { title: t('voucher.party'), width: 168, ellipsis: true, dataIndex: 'partyName' },
    { title: t('voucher.happenedOn'), width: 100, className: 'num', dataIndex: 'happenedOn' },
    {
      title: t('voucher.reason'),
      render: (_, voucher) => (
        <>
          {voucher.reason} <TakenBack voucher={voucher} />
        </>
      ),
    },
    {
      title: t('voucher.orderNo'),
      width: 148,
      ellipsis: true,
      render: (_, { orderNo }) => orderNo && <Link to={orderPath(orderNo)}>{orderNo}</Link>,
    },
    {
      title: t('voucher.by'),
      width: 196,
      ellipsis: true,
      render: (_, { by, postedAt }) => (
        <span className="num quiet">
          {postedAt && shortMoment(postedAt, zone)} {by}
        </span>
      ),
    },
    {
      title: t('voucher.amount'),
      align: 'right',
      width: 112,
      render: (_, { amount, currency }) => <Amount value={amount} currency={currency} />,
    },
  ];
}

function Cards({ rows, pathOf }: ListProps) {
  const { t, word } = useWords();
  return (
    <ul className={styles.cards}>
      {rows.map((voucher) => {
        const { reverses, reversedBy } = voucher;
        const other = reverses
          ? t('voucher.takesBack', { number: reverses })
          : reversedBy && t('voucher.takenBackBy', { number: reversedBy });
        return (
          <li key={voucher.number}>
            <Link to={pathOf(voucher.number)}>
              <span>
                <b>{word('voucherKind', voucher.kind)}</b>
                <span>{voucher.partyName}</span>
                <Amount value={voucher.amount} currency={voucher.currency} strong />
              </span>
              <span className="quiet">
                <span className="num">{voucher.happenedOn}</span>
                <span>{other ?? voucher.reason}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** Vouchers in the order of their numbers; each opens to its entry. */
export function VoucherList({ rows, pathOf }: ListProps) {
  const words = useWords();
  const phone = usePhone();
  const { zone } = useSession().tenant;
  if (phone) {
    return <Cards rows={rows} pathOf={pathOf} />;
  }
  return (
    <Table
      size="small"
      rowKey="number"
      columns={columnsOf(words, zone, pathOf)}
      dataSource={rows}
      pagination={false}
      tableLayout="fixed"
    />
  );
}
