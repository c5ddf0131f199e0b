import { Table, type TableColumnsType } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { OrderSummary } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords, type Words } from '../../i18n';
import { StateTag } from '../../parts/StateTag';
import { WhyAmount } from '../../parts/why/WhyAmount';
import { elapsed, shortMoment } from '../../time/format';
import { shortPlace } from '../board/place';
import styles from './orders.module.css';

export function orderPath(orderNo: string): string {
  return `/orders/${encodeURIComponent(orderNo)}`;
}

function columnsOf({ t, word, language }: Words, zone: string): TableColumnsType<OrderSummary> {
  return [
    {
      title: t('orders.column.orderNo'),
      width: 172,
      ellipsis: true,
      render: (_, order) => <Link to={orderPath(order.orderNo)}>{order.orderNo}</Link>,
    },
    { title: t('orders.column.service'), dataIndex: 'service', width: 108, ellipsis: true },
    {
      title: t('orders.column.place'),
      width: 122,
      ellipsis: true,
      render: (_, order) => (
        <span title={[order.region?.path, order.address].filter(Boolean).join('\n')}>
          {order.region ? shortPlace(order.region.path) : (order.address ?? <span className="quiet">—</span>)}
        </span>
      ),
    },
    {
      title: t('orders.column.customer'),
      width: 72,
      render: (_, order) => word('class', order.customerClass),
    },
    {
      title: t('orders.column.partner'),
      ellipsis: true,
      render: (_, order) => (
        <>
          {order.counterparty?.name ?? '—'}
          <span className="quiet"> {order.handlers.map(({ name }) => name).join('、')}</span>
        </>
      ),
    },
    { title: t('orders.column.tier'), dataIndex: 'tierName', width: 116, ellipsis: true },
    {
      title: t('orders.column.state'),
      width: 140,
      render: (_, order) => <StateTag state={order.state} hold={order.holds[0]?.reason} />,
    },
    {
      title: t('orders.column.amount'),
      align: 'right',
      width: 112,
      render: (_, order) => (
        <WhyAmount
          question={{ orderNo: order.orderNo }}
          value={order.amount}
          currency={order.currency}
          hold={order.holds[0]?.reason}
        />
      ),
    },
    {
      title: t('orders.column.time'),
      width: 108,
      className: 'num',
      render: (_, order) =>
        order.completedAt ? shortMoment(order.completedAt, zone) : word('status', order.status),
    },
    {
      title: t('orders.column.elapsed'),
      align: 'right',
      width: 64,
      className: 'num',
      render: (_, order) => (order.elapsedSeconds ? elapsed(order.elapsedSeconds, language) : ''),
    },
  ];
}

export function OrderTable({ rows }: { rows: OrderSummary[] }) {
  const words = useWords();
  const { zone } = useSession().tenant;
  const navigate = useNavigate();
  return (
    <Table
      size="small"
      rowKey="orderNo"
      className={styles.table}
      columns={columnsOf(words, zone)}
      dataSource={rows}
      pagination={false}
      tableLayout="fixed"
      onRow={(order) => ({ onClick: () => navigate(orderPath(order.orderNo)) })}
    />
  );
}
