import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { AccountBalance } from '../../api/ledger';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { Icon } from '../../parts/Icon';
import { ProblemNote } from '../../parts/ProblemNote';
import { DayEntries } from './DayEntries';
import { isCutOff, type PostingDay, postingDays } from './days';
import styles from './ledger.module.css';
import { daysQuery } from './ledgerQueries';
import { knownDay, type Moment } from './moment';
import { usePartyName } from './Parties';
import { Moved, Sided } from './Sided';

interface DaysProps {
  balance: AccountBalance;
  moment: Moment;
  /** The day whose entries are open. */
  day: string | undefined;
  onOpen: (day: string | undefined) => void;
  onBack: (() => void) | undefined;
}

function belongsTo({ postedOn, from, until }: PostingDay): string {
  if (from === until) {
    return from === postedOn ? '' : from.slice(5);
  }
  return `${from.slice(5)} – ${until.slice(5)}`;
}

interface DayProps {
  day: PostingDay;
  currency: string;
  note: string | undefined;
  open: boolean;
  onToggle: () => void;
}

function DayHead({ day, currency, note, open, onToggle }: DayProps) {
  const { t } = useWords();
  const belongs = belongsTo(day);
  return (
    <button type="button" aria-expanded={open} className={styles.dayHead} onClick={onToggle}>
      <span className="num">
        {day.postedOn}
        {belongs !== '' && (
          <small className="quiet">
            {t('ledger.belongs')} {belongs}
          </small>
        )}
        {note !== undefined && <small className="quiet">{note}</small>}
      </span>
      <span>
        <span className="quiet">{t('ledger.dr')} </span>
        <Moved value={day.debit} currency={currency} />
      </span>
      <span>
        <span className="quiet">{t('ledger.cr')} </span>
        <Moved value={day.credit} currency={currency} />
      </span>
      <span className={open ? styles.turned : ''}>
        <Icon name="down" size={14} />
      </span>
    </button>
  );
}

/** The days on which one party's balance moved, the latest first; a day opens to its entries. */
export function Days({ balance, moment, day, onOpen, onBack }: DaysProps) {
  const { t } = useWords();
  const nameOf = usePartyName();
  const { zone } = useSession().tenant;
  const { account, entity, currency } = balance;
  const party = balance.party ?? '';
  const days = useInfiniteQuery(daysQuery(account, entity, party));
  const rows = days.data?.pages.flatMap((page) => page.rows) ?? [];
  const known = knownDay(moment.known, zone);
  const shown = postingDays(rows, { currency, on: moment.on, known });
  const noteOf = ({ postedOn }: PostingDay) => {
    if (isCutOff(rows, postedOn)) {
      return t('ledger.cutOff');
    }
    return postedOn === known ? t('ledger.wholeDay') : undefined;
  };
  return (
    <section className={`panel ${styles.days}`}>
      <header>
        {onBack !== undefined && (
          <button type="button" className="bare" aria-label={t('action.back')} onClick={onBack}>
            <Icon name="left" size={18} />
          </button>
        )}
        <h2>{nameOf(balance)}</h2>
        <span className={`quiet ${styles.onlyWide}`}>{t('ledger.days')}</span>
        <Sided value={balance.balance} currency={currency} strong />
      </header>
      {days.isError && <ProblemNote error={days.error} onRetry={() => void days.refetch()} />}
      {days.isPending && <Bones rows={6} />}
      {days.isSuccess && shown.length === 0 && <Empty title={t('ledger.noDays')} />}
      <ul>
        {shown.map((each) => (
          <li key={each.postedOn}>
            <DayHead
              day={each}
              currency={currency}
              note={noteOf(each)}
              open={each.postedOn === day}
              onToggle={() => onOpen(each.postedOn === day ? undefined : each.postedOn)}
            />
            {each.postedOn === day && (
              <DayEntries of={{ account, party, entity, currency }} day={day} moment={moment} />
            )}
          </li>
        ))}
      </ul>
      {days.hasNextPage && (
        <footer className={styles.end}>
          <Button loading={days.isFetchingNextPage} onClick={() => void days.fetchNextPage()}>
            {t('action.more')}
          </Button>
        </footer>
      )}
    </section>
  );
}
