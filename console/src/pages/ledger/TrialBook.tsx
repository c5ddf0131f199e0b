import { Fragment } from 'react';
import { Link } from 'react-router';
import type { AccountBalance, TrialBalance } from '../../api/ledger';
import { useWords } from '../../i18n';
import { subtract } from '../../money/decimal';
import { money } from '../../money/format';
import { Icon } from '../../parts/Icon';
import tags from '../../parts/parts.module.css';
import { usePhone } from '../../theme/preferences';
import { groupsOf, type KindGroup } from './balances';
import styles from './ledger.module.css';
import { Moved, Sided } from './Sided';

interface BookProps {
  book: TrialBalance;
  /** The moment as it stands in the address. */
  at: string;
}

function accountPath({ account, entity, currency }: AccountBalance, at: string): string {
  const parameters = new URLSearchParams(at);
  parameters.set('entity', entity);
  parameters.set('currency', currency);
  return `/ledger/accounts/${encodeURIComponent(account)}?${parameters}`;
}

/** The plain sign that the books balance, or by how much they do not. */
function Balanced({ book }: { book: TrialBalance }) {
  const { t } = useWords();
  const apart = money(subtract(book.debit, book.credit), book.currency);
  return (
    <span className={`${tags.tag} ${book.balanced ? tags.settled : tags.late}`}>
      <Icon name={book.balanced ? 'tick' : 'warn'} size={13} />
      {book.balanced ? t('ledger.balanced') : t('ledger.unbalanced', { amount: apart })}
    </span>
  );
}

function Row({ one, at }: { one: AccountBalance; at: string }) {
  return (
    <tr className={styles.open}>
      <th scope="row">
        <Link to={accountPath(one, at)}>{one.name}</Link>
      </th>
      <td>
        <Moved value={one.debit} currency={one.currency} />
      </td>
      <td>
        <Moved value={one.credit} currency={one.currency} />
      </td>
      <td>
        <Sided value={one.balance} currency={one.currency} />
      </td>
    </tr>
  );
}

function GroupHead({ group, currency }: { group: KindGroup; currency: string }) {
  const { word } = useWords();
  return (
    <tr className={styles.kind}>
      <th scope="rowgroup">{word('accountKind', group.kind)}</th>
      <td>
        <Moved value={group.debit} currency={currency} />
      </td>
      <td>
        <Moved value={group.credit} currency={currency} />
      </td>
      <td>
        <Sided value={group.balance} currency={currency} strong />
      </td>
    </tr>
  );
}

function BookTable({ book, at }: BookProps) {
  const { t } = useWords();
  return (
    <table className={`${styles.table} ${styles.trial}`}>
      <thead>
        <tr>
          <th scope="col">{t('ledger.account')}</th>
          <th scope="col">{t('ledger.debit')}</th>
          <th scope="col">{t('ledger.credit')}</th>
          <th scope="col">{t('ledger.balance')}</th>
        </tr>
      </thead>
      {groupsOf(book.accounts).map((group) => (
        <tbody key={group.kind}>
          <GroupHead group={group} currency={book.currency} />
          {group.accounts.map((one) => (
            <Row key={one.account} one={one} at={at} />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row">{t('ledger.total')}</th>
          <td className="num">{money(book.debit, book.currency)}</td>
          <td className="num">{money(book.credit, book.currency)}</td>
          <td>
            <Sided value={subtract(book.debit, book.credit)} currency={book.currency} strong />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function BookCards({ book, at }: BookProps) {
  const { t, word } = useWords();
  return (
    <div className={styles.cards}>
      {groupsOf(book.accounts).map((group) => (
        <Fragment key={group.kind}>
          <h3>
            <span>{word('accountKind', group.kind)}</span>
            <Sided value={group.balance} currency={book.currency} strong />
          </h3>
          <ul>
            {group.accounts.map((one) => (
              <li key={one.account}>
                <Link to={accountPath(one, at)}>
                  <b>{one.name}</b>
                  <Sided value={one.balance} currency={one.currency} />
                  <Icon name="right" size={14} />
                </Link>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <dl>
        <div>
          <dt>{`${t('ledger.total')} ${t('ledger.debit')}`}</dt>
          <dd className="num">{money(book.debit, book.currency)}</dd>
        </div>
        <div>
          <dt>{`${t('ledger.total')} ${t('ledger.credit')}`}</dt>
          <dd className="num">{money(book.credit, book.currency)}</dd>
        </div>
      </dl>
    </div>
  );
}

/** The trial balance of one legal entity in one currency. */
export function TrialBook({ book, at }: BookProps) {
  const { t } = useWords();
  const phone = usePhone();
  return (
    <section className={`panel ${styles.book}`}>
      <header>
        <h2>{t('ledger.book', { entity: book.entityName, currency: book.currency })}</h2>
        <Balanced book={book} />
      </header>
      {phone ? <BookCards book={book} at={at} /> : <BookTable book={book} at={at} />}
    </section>
  );
}
