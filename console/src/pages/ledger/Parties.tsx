import { Input } from 'antd';
import type { AccountBalance } from '../../api/ledger';
import { useWords } from '../../i18n';
import { Empty } from '../../parts/Empty';
import { Icon } from '../../parts/Icon';
import { partiesFound } from './balances';
import styles from './ledger.module.css';
import { Sided } from './Sided';

/** An account may be of as many customers as there are; the search finds the others. */
const shownAtMost = 200;

interface PartiesProps {
  balances: AccountBalance[];
  chosen: AccountBalance | undefined;
  q: string;
  onSearch: (q: string) => void;
  onChoose: (balance: AccountBalance) => void;
}

/** A party by its name; one that has only a number by that; nobody's account says so. */
export function usePartyName() {
  const { t } = useWords();
  return ({ party, partyName }: Pick<AccountBalance, 'party' | 'partyName'>) =>
    party ? (partyName ?? party) : t('ledger.noParty');
}

/** What an account holds of each party. */
export function Parties({ balances, chosen, q, onSearch, onChoose }: PartiesProps) {
  const { t } = useWords();
  const nameOf = usePartyName();
  const found = partiesFound(balances, q);
  return (
    <section className={`panel ${styles.parties}`}>
      <header>
        <h2>{t('ledger.parties')}</h2>
        <Input
          type="search"
          className={styles.search ?? ''}
          prefix={<Icon name="search" size={14} />}
          aria-label={t('ledger.searchParty')}
          placeholder={t('ledger.searchParty')}
          value={q}
          onChange={(event) => onSearch(event.target.value)}
        />
      </header>
      {found.length === 0 && <Empty title={t('ledger.noPartyFound')} />}
      <ul>
        {found.slice(0, shownAtMost).map((balance) => (
          <li key={balance.party ?? ''}>
            <button type="button" aria-pressed={balance === chosen} onClick={() => onChoose(balance)}>
              <span>
                <b>{nameOf(balance)}</b>
                {balance.partyName && balance.partyName !== balance.party && (
                  <small className="mono quiet">{balance.party}</small>
                )}
              </span>
              <Sided value={balance.balance} currency={balance.currency} />
            </button>
          </li>
        ))}
      </ul>
      {found.length > shownAtMost && (
        <p className={`quiet ${styles.end}`}>
          {t('ledger.moreParties', { shown: shownAtMost, all: found.length })}
        </p>
      )}
    </section>
  );
}
