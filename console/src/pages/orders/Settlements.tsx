import { useState } from 'react';
import type { Line, OrderDetail, Settlement } from '../../api/contract';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { Empty } from '../../parts/Empty';
import { partyName } from '../../parts/relation';
import { StateTag } from '../../parts/StateTag';
import { standing } from '../../parts/why/breakdown';
import { WhyAmount } from '../../parts/why/WhyAmount';
import styles from './order.module.css';

function Shares({ line, currency }: { line: Line; currency: string }) {
  if (line.shares === undefined || line.shares === null || line.shares.length < 2) {
    return null;
  }
  return (
    <div className={styles.shares}>
      {line.shares.map((share) => (
        <span key={share.handler}>
          {share.handler} <Amount value={share.amount} currency={currency} />
        </span>
      ))}
    </div>
  );
}

function Row({ line, currency, struck }: { line: Line; currency: string; struck: boolean }) {
  const { t } = useWords();
  const gone = line.reversed || line.kind === 'REVERSAL';
  return (
    <tr className={gone && struck ? styles.gone : ''}>
      <td>
        {line.categoryName}
        {line.kind === 'REVERSAL' && <span className={styles.mark}>{t('order.reversal')}</span>}
        {line.reversed && <span className={styles.mark}>{t('order.reversed')}</span>}
      </td>
      <td>
        <b>{line.tierName}</b>
        <span className={styles.formula}>{line.formula}</span>
        {line.tax && <span className={styles.formula}>{t('order.lineTax', { ...line.tax })}</span>}
        {line.reason && <span className={styles.formula}>{line.reason}</span>}
        <Shares line={line} currency={currency} />
      </td>
      <td className="right">
        <Amount value={line.amount} currency={currency} signed={line.kind !== 'CHARGE'} />
      </td>
    </tr>
  );
}

function Earlier({ lines, currency }: { lines: Line[]; currency: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (lines.length === 0) {
    return null;
  }
  return (
    <>
      <tr>
        <td colSpan={3}>
          <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('order.earlier')} · {lines.length}
          </button>
        </td>
      </tr>
      {open && lines.map((line) => <Row key={line.id} line={line} currency={currency} struck />)}
    </>
  );
}

function Lines({ settlement }: { settlement: Settlement }) {
  const { t } = useWords();
  const stands = standing(settlement.lines);
  const gone = settlement.lines.filter((line) => !stands.includes(line));
  return (
    <table className={styles.lines}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('order.line')}</th>
          <th scope="col">{t('order.formula')}</th>
          <th scope="col">{t('order.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {stands.map((line) => (
          <Row key={line.id} line={line} currency={settlement.currency} struck={false} />
        ))}
        <Earlier lines={gone} currency={settlement.currency} />
      </tbody>
    </table>
  );
}

function OneSettlement({ order, settlement }: { order: OrderDetail; settlement: Settlement }) {
  const words = useWords();
  const { t } = words;
  const names = { payer: partyName(settlement.payer, words), payee: partyName(settlement.payee, words) };
  return (
    <section className="panel">
      <header>
        <h2>{t('why.relation', names)}</h2>
        {settlement.book !== null && (
          <span className="quiet">
            {t('order.book', { book: settlement.book.id, version: settlement.book.version })}
          </span>
        )}
        <StateTag state={settlement.state} hold={settlement.holds[0]?.reason} />
        {settlement.tax && <span className="quiet">{t('order.tax', { tax: settlement.tax })}</span>}
        <span className={styles.total}>
          <WhyAmount
            strong
            question={{ orderNo: order.orderNo, relation: settlement.relation }}
            value={settlement.total}
            currency={settlement.currency}
            hold={settlement.holds[0]?.reason}
          />
        </span>
      </header>
      {settlement.holds.map((hold) => (
        <p key={hold.reason + (hold.category ?? '')} className={styles.hold}>
          {hold.sentence}
        </p>
      ))}
      {settlement.lines.length === 0 ? (
        settlement.holds.length === 0 && <p className={styles.noLines}>{t('why.noLines')}</p>
      ) : (
        <Lines settlement={settlement} />
      )}
    </section>
  );
}

export function Settlements({ order }: { order: OrderDetail }) {
  const { t } = useWords();
  if (order.settlements.length === 0) {
    return (
      <section className="panel">
        <Empty title={t('order.noSettlements')} />
      </section>
    );
  }
  return order.settlements.map((settlement) => (
    <OneSettlement key={settlement.relation + settlement.payee.id} order={order} settlement={settlement} />
  ));
}
