import { type BookDocument, flag, type TierEntry } from './bookDocument';
import styles from './books.module.css';
import { ConditionList } from './ConditionList';
import { describeCharge, describePromise, type Speech } from './describe';

interface TierTableProps {
  book: BookDocument;
  speech: Speech;
}

function Row({ tier, speech }: { tier: TierEntry; speech: Speech }) {
  const promise = describePromise(tier.promise, speech);
  return (
    <tr>
      <th scope="row">
        <b>{tier.name ?? tier.tier}</b>
        <small className="mono">{tier.tier}</small>
        {flag(tier.mayBeForced) && <small>{speech.words.t('tier.mayBeForced')}</small>}
      </th>
      <td className="num right">{tier.priority}</td>
      <td>
        <ConditionList when={tier.when} speech={speech} />
      </td>
      <td className={styles.charge}>{describeCharge(tier.charge, speech)}</td>
      <td className={promise === '' ? 'quiet' : ''}>{promise === '' ? '—' : promise}</td>
    </tr>
  );
}

/** The tiers by fee category, the one that wins first on top. */
export function TierTable({ book, speech }: TierTableProps) {
  const { t } = speech.words;
  const categories = Object.entries(book.categories ?? {});
  const of = (category: string) =>
    (book.tiers ?? [])
      .filter((tier) => tier.category === category)
      .toSorted((a, b) => b.priority - a.priority);
  return (
    <table className={styles.tiers}>
      <thead>
        <tr>
          <th scope="col">{t('book.column.tier')}</th>
          <th scope="col" className="right">
            {t('book.column.priority')}
          </th>
          <th scope="col">{t('book.column.when')}</th>
          <th scope="col">{t('book.column.charge')}</th>
          <th scope="col">{t('book.column.promise')}</th>
        </tr>
      </thead>
      {categories.map(([id, category]) => (
        <tbody key={id}>
          <tr className={styles.category}>
            <th scope="rowgroup" colSpan={5}>
              {category.name ?? speech.words.word('category', id)}
              <span>
                {category.per === 'item' ? t('book.perItem') : t('book.perOrder')}
                {flag(category.required) && ` · ${t('book.required')}`}
              </span>
            </th>
          </tr>
          {of(id).map((tier) => (
            <Row key={tier.tier} tier={tier} speech={speech} />
          ))}
        </tbody>
      ))}
    </table>
  );
}
