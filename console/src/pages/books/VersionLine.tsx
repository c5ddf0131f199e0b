import { Tooltip } from 'antd';
import type { BookVersion } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { day, moment } from '../../time/format';
import styles from './books.module.css';
import { timeLine } from './timeline';

interface VersionLineProps {
  versions: readonly BookVersion[];
  chosen?: number | undefined;
  onPick?: (version: number) => void;
  small?: boolean;
}

function useSpanText(version: BookVersion | undefined) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  if (version === undefined) {
    return { span: '', who: '' };
  }
  const until = version.validUntil ? day(version.validUntil, zone) : t('books.openEnd');
  const span = t('books.versionSpan', {
    version: version.version,
    from: day(version.validFrom, zone),
    until,
  });
  const time = moment(version.recordedAt, zone);
  const who = version.publishedBy
    ? t('books.publishedBy', { name: version.publishedBy, time })
    : t('books.recordedAt', { time });
  return { span, who };
}

/** Percent of the line below which a bar is too small for a finger; the list beside it picks that version. */
const narrowest = 8;

interface BarProps {
  version: BookVersion | undefined;
  left: number;
  width: number;
  open: boolean;
  pressed: boolean;
  onPick: ((version: number) => void) | undefined;
}

function Bar({ version, left, width, open, pressed, onPick }: BarProps) {
  const { t } = useWords();
  const { span, who } = useSpanText(version);
  const number = version?.version ?? 0;
  const shared = {
    className: `${styles.bar} ${open ? styles.openBar : ''}`,
    'data-state': version?.state,
    style: { left: `${left}%`, width: `${width}%` },
  };
  const label = t('books.version', { version: number });
  return (
    <Tooltip
      title={
        <>
          <div>{span}</div>
          <div>{who}</div>
          {version?.note && <div>{version.note}</div>}
        </>
      }
    >
      {onPick === undefined || width < narrowest ? (
        <span {...shared}>{label}</span>
      ) : (
        <button
          type="button"
          {...shared}
          aria-pressed={pressed}
          aria-label={span}
          onClick={() => onPick(number)}
        >
          {label}
        </button>
      )}
    </Tooltip>
  );
}

/** The validity of a book's versions on one line of time; a correction covers what it corrects. */
export function VersionLine({ versions, chosen, onPick, small = false }: VersionLineProps) {
  const { t } = useWords();
  const line = timeLine(versions, Date.now());
  const inOrder = line.spans.toSorted((a, b) => a.version - b.version);
  return (
    <div className={`${styles.line} ${small ? styles.smallLine : ''}`}>
      <div className={styles.track}>
        {inOrder.map((span) => (
          <Bar
            key={span.version}
            version={versions.find(({ version }) => version === span.version)}
            left={span.left}
            width={span.width}
            open={span.open}
            pressed={span.version === chosen}
            onPick={onPick}
          />
        ))}
        <i className={styles.now} style={{ left: `${line.now}%` }} title={t('books.now')} />
      </div>
      {!small && (
        <div className={styles.ticks} aria-hidden="true">
          {line.ticks.map(({ at, label }) => (
            <span key={label} className="num" style={{ left: `${at}%` }}>
              {label}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
