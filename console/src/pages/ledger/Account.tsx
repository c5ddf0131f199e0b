import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { search } from '../../api/http';
import type { AccountBalance } from '../../api/ledger';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { sum } from '../../money/decimal';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { usePhone } from '../../theme/preferences';
import { Days } from './Days';
import styles from './ledger.module.css';
import { accountQuery } from './ledgerQueries';
import { MomentBar } from './MomentBar';
import { type Moment, momentNames } from './moment';
import { Parties } from './Parties';
import { Sided } from './Sided';

const names = [...momentNames, 'entity', 'currency', 'party', 'nobody', 'q', 'day'] as const;

/** Which of the balances is opened: the one that the address names, or the only one. */
function chosenOf(
  balances: readonly AccountBalance[],
  party: string | undefined,
  nobody: boolean,
): AccountBalance | undefined {
  if (party === undefined && !nobody) {
    return balances.length === 1 ? balances[0] : undefined;
  }
  return balances.find((each) => (each.party ?? undefined) === party);
}

/** One account: whose balances it holds, on which days they moved, and by which entries. */
export function Account() {
  const { t, language } = useWords();
  const phone = usePhone();
  const { account = '' } = useParams();
  const [state, put] = useQueryState(names);
  const moment: Moment = { on: state.on, known: state.known };
  const balances = useQuery(accountQuery(account, state.entity, moment, language));
  const all = balances.data?.balances ?? [];
  const entity = state.entity ?? all[0]?.entity;
  const currency = state.currency ?? all[0]?.currency;
  const own = all.filter((each) => each.entity === entity && each.currency === currency);
  const chosen = chosenOf(own, state.party, state.nobody !== undefined);
  const asked = state.party !== undefined || state.nobody !== undefined;
  const total = sum(own.map(({ balance }) => balance));
  return (
    <div className={pageStyles.page}>
      <PageHeader
        back={`/ledger${search({ ...moment })}`}
        title={own[0]?.name ?? account}
        note={currency === undefined ? undefined : `${entity} · ${currency}`}
      >
        {currency !== undefined && <Sided value={total} currency={currency} strong />}
      </PageHeader>
      <MomentBar moment={moment} put={put} />
      {balances.isError && <ProblemNote error={balances.error} onRetry={() => void balances.refetch()} />}
      {(balances.isPending || (balances.isSuccess && own.length === 0)) && (
        <section className="panel">
          {balances.isPending ? <Bones rows={10} /> : <Empty title={t('ledger.nothingHere')} />}
        </section>
      )}
      {own.length > 0 && (
        <div className={own.length > 1 ? styles.columns : ''} aria-busy={balances.isFetching}>
          {own.length > 1 && !(phone && chosen !== undefined) && (
            <Parties
              balances={own}
              chosen={chosen}
              q={state.q ?? ''}
              onSearch={(q) => put({ q }, true)}
              onChoose={({ party }) =>
                put({ party: party ?? undefined, nobody: party ? undefined : '1', day: undefined })
              }
            />
          )}
          {chosen === undefined ? (
            (asked || !phone) && (
              <section className="panel">
                <Empty title={asked ? t('ledger.partyNothing') : t('ledger.chooseParty')} />
              </section>
            )
          ) : (
            <Days
              key={`${chosen.party}`}
              balance={chosen}
              moment={moment}
              day={state.day}
              onOpen={(day) => put({ day }, true)}
              onBack={
                phone && own.length > 1
                  ? () => put({ party: undefined, nobody: undefined, day: undefined })
                  : undefined
              }
            />
          )}
        </div>
      )}
    </div>
  );
}
