import { Empty } from '../../parts/Empty';
import { type BookDocument, list } from './bookDocument';
import styles from './books.module.css';
import { ConditionList } from './ConditionList';
import { describeEffect, describeRebate, type Speech } from './describe';

/** Surcharges and discounts in the order in which they apply, then rebates. */
export function ModifierTable({ book, speech }: { book: BookDocument; speech: Speech }) {
  const { t, word } = speech.words;
  const rows = [
    ...(book.modifiers ?? []).map((modifier) => ({
      ...modifier,
      id: modifier.modifier,
      effect: describeEffect(modifier, speech),
    })),
    ...(book.rebates ?? []).map((rebate) => ({
      ...rebate,
      id: rebate.rebate,
      effect: describeRebate(rebate, speech),
    })),
  ];
  if (rows.length === 0) {
    return <Empty title={t('book.noModifiers')} />;
  }
  const name = (category: string) => book.categories?.[category]?.name ?? word('category', category);
  return (
    <table className={styles.tiers}>
      <thead>
        <tr>
          <th scope="col">{t('book.modifiers')}</th>
          <th scope="col">{t('book.column.effect')}</th>
          <th scope="col">{t('book.column.on')}</th>
          <th scope="col">{t('book.column.when')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <b>{row.name ?? row.id}</b>
              <small className="mono">{row.id}</small>
            </th>
            <td className={styles.charge}>{row.effect}</td>
            <td>{list(row.on).map(name).join('、')}</td>
            <td>
              <ConditionList when={row.when} speech={speech} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
