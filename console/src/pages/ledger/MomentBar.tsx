import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import styles from './ledger.module.css';
import { knownAt, type Moment, wallTime } from './moment';

interface MomentBarProps {
  moment: Moment;
  put: (change: Partial<Moment>) => void;
}

/** The moment at which the books are looked at: which days count, and what was known then. */
export function MomentBar({ moment, put }: MomentBarProps) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const on = dayjs(moment.on);
  const known = wallTime(moment.known, zone);
  return (
    <fieldset className={styles.moment}>
      <legend className="visually-hidden">{t('ledger.moment')}</legend>
      <span>
        <label htmlFor="ledger-on">{t('ledger.on')}</label>
        <DatePicker
          id="ledger-on"
          className={styles.day ?? ''}
          placeholder={t('ledger.anyDay')}
          value={moment.on !== undefined && on.isValid() ? on : null}
          onChange={(date) => put({ on: date?.format('YYYY-MM-DD') })}
        />
      </span>
      <span>
        <label htmlFor="ledger-known">{t('ledger.known')}</label>
        <DatePicker
          id="ledger-known"
          showTime
          className={styles.time ?? ''}
          placeholder={t('ledger.now')}
          value={known === null ? null : dayjs(known)}
          onChange={(date) =>
            put({ known: date ? knownAt(date.format('YYYY-MM-DD HH:mm:ss'), zone) : undefined })
          }
        />
      </span>
    </fieldset>
  );
}
