import { Empty } from '../../parts/Empty';
import { type BookDocument, list } from './bookDocument';
import styles from './books.module.css';
import { ConditionList } from './ConditionList';
import { describeEffect, type Speech } from './describe';

/** Surcharges and discounts in the order in which they apply. */
export function ModifierTable({ book, speech }: { book: BookDocument; speech: Speech }) {
  const { t, word } = speech.words;
  const modifiers = book.modifiers ?? [];
  if (modifiers.length === 0) {
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
        {modifiers.map((modifier) => (
          <tr key={modifier.modifier}>
            <th scope="row">
              <b>{modifier.name ?? modifier.modifier}</b>
              <small className="mono">{modifier.modifier}</small>
            </th>
            <td className={styles.charge}>{describeEffect(modifier, speech)}</td>
            <td>{list(modifier.on).map(name).join('、')}</td>
            <td>
              <ConditionList when={modifier.when} speech={speech} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
