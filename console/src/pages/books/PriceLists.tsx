import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { Empty } from '../../parts/Empty';
import { type BookDocument, isRecord, type ListPrice } from './bookDocument';
import styles from './books.module.css';

function priceOf(entry: ListPrice): { price: string; unit: string; span: string } {
  if (!isRecord(entry)) {
    return { price: String(entry), unit: '', span: '' };
  }
  const { price, unit, from, until } = entry;
  return {
    price: String(price),
    unit: unit ?? '',
    span: [from, until].some(Boolean) ? `${from ?? ''} – ${until ?? ''}` : '',
  };
}

export function PriceLists({ book }: { book: BookDocument }) {
  const { t } = useWords();
  const lists = Object.entries(book.priceLists ?? {});
  if (lists.length === 0) {
    return <Empty title={t('book.noPriceLists')} />;
  }
  return lists.map(([name, prices]) => (
    <table key={name} className={`${styles.tiers} ${styles.prices}`}>
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('book.column.part')}</th>
          <th scope="col" className="right">
            {t('book.column.price')}
          </th>
          <th scope="col">{t('book.column.unit')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(prices).flatMap(([part, entries]) =>
          (Array.isArray(entries) ? entries : [entries]).map(priceOf).map(({ price, unit, span }) => (
            <tr key={part + span}>
              <th scope="row" className="mono">
                {part} <span className="quiet">{span}</span>
              </th>
              <td className="right">
                <Amount value={price} currency={book.currency} />
              </td>
              <td>{unit}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  ));
}
