import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Explanation, OrderDetail, Settlement } from '../../api/contract';
import { get } from '../../api/http';
import { orderQuery } from '../../api/queries';
import { useWords } from '../../i18n';
import { Bones } from '../Bones';
import { ProblemNote } from '../ProblemNote';
import { relationName } from '../relation';
import { WhyContent } from './WhyContent';
import styles from './why.module.css';

export type Payee = 'partner' | 'engineer';

/** The relation asked for, else the one that pays this kind of payee, else the first that the reader may see. */
function chosen(order: OrderDetail, relation: string | undefined, payee: Payee): Settlement | undefined {
  const { settlements } = order;
  return (
    settlements.find((each) => each.relation === relation) ??
    settlements.find((each) => each.relation.endsWith(`→${payee}`)) ??
    settlements[0]
  );
}

interface WhyOrderProps {
  orderNo: string;
  relation?: string | undefined;
  payee?: Payee;
}

function Explained({ orderNo, settlement }: { orderNo: string; settlement: Settlement }) {
  const { language } = useWords();
  const { relation } = settlement;
  const explanation = useQuery({
    queryKey: ['order', orderNo, 'explanation', relation, language],
    queryFn: ({ signal }) =>
      get<Explanation>(
        `/orders/${encodeURIComponent(orderNo)}/explanation`,
        { relation, lang: language },
        signal,
      ),
  });
  if (explanation.isError) {
    return <ProblemNote error={explanation.error} onRetry={() => void explanation.refetch()} />;
  }
  return explanation.data === undefined ? (
    <Bones rows={8} />
  ) : (
    <WhyContent explanation={explanation.data} settlement={settlement} />
  );
}

/** The explanation of an order in one of the relations that the reader may see. */
export function WhyOrder({ orderNo, relation, payee = 'partner' }: WhyOrderProps) {
  const words = useWords();
  const order = useQuery(orderQuery(orderNo, words.language));
  const [picked, setPicked] = useState(relation);
  if (order.isError) {
    return <ProblemNote error={order.error} onRetry={() => void order.refetch()} />;
  }
  if (order.data === undefined) {
    return <Bones rows={8} />;
  }
  const settlement = chosen(order.data, picked, payee);
  return (
    <>
      <p className={styles.about}>
        <Link to={`/orders/${encodeURIComponent(orderNo)}`}>{orderNo}</Link>
        <span>{order.data.service}</span>
        <span className="quiet">{order.data.region?.path ?? order.data.address}</span>
      </p>
      {order.data.settlements.length > 1 && (
        <Segmented
          size="small"
          value={settlement?.relation ?? ''}
          onChange={setPicked}
          options={order.data.settlements.map((each) => ({
            value: each.relation,
            label: relationName(each.relation, words),
          }))}
        />
      )}
      {settlement !== undefined && <Explained orderNo={orderNo} settlement={settlement} />}
    </>
  );
}
