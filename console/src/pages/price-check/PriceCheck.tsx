import { App, Button, DatePicker, Input, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OrderFacts } from '../../api/contract';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { FactsForm } from '../../parts/facts/FactsForm';
import { Field } from '../../parts/facts/Field';
import { pruned } from '../../parts/facts/facts';
import formStyles from '../../parts/facts/facts.module.css';
import { Icon } from '../../parts/Icon';
import { PageHeader } from '../../parts/PageHeader';
import pageStyles from '../../parts/page.module.css';
import { PricePanel } from '../../parts/price/PricePanel';
import { usePriceCheck } from '../../parts/price/usePriceCheck';
import { instantOf, moment } from '../../time/format';
import { decodeFacts, priceCheckLink } from './link';
import { readPasted } from './pasted';
import styles from './price-check.module.css';

interface TimesProps {
  facts: OrderFacts;
  onChange: (change: Partial<OrderFacts>) => void;
}

function Times({ facts, onChange }: TimesProps) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const rows = [
    ['createdAt', t('check.createdAt')],
    ['completedAt', t('check.completedAt')],
  ] as const;
  return (
    <div className={formStyles.grid}>
      {rows.map(([name, label]) => {
        const value = facts[name];
        return (
          <Field key={name} label={label}>
            {(id) => (
              <DatePicker
                id={id}
                showTime={{ format: 'HH:mm' }}
                format="YYYY-MM-DD HH:mm"
                placeholder="—"
                value={value === undefined ? null : dayjs(moment(value, zone))}
                onChange={(at) =>
                  onChange({ [name]: at ? instantOf(at.format('YYYY-MM-DDTHH:mm'), zone) : undefined })
                }
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}

interface PasteProps {
  facts: OrderFacts;
  onFacts: (facts: OrderFacts) => void;
}

function Paste({ facts, onFacts }: PasteProps) {
  const { t } = useWords();
  const [text, setText] = useState(() =>
    Object.keys(facts).length === 0 ? '' : JSON.stringify(facts, null, 2),
  );
  const read = text.trim() === '' ? null : readPasted(text);
  const fault = read !== null && 'fault' in read ? t('check.jsonBad', { message: read.fault }) : undefined;
  return (
    <div className={styles.paste}>
      <Field label={t('check.jsonLabel')} note={t('check.jsonHint')} fault={fault}>
        {(id) => (
          <Input.TextArea
            id={id}
            className="mono"
            spellCheck={false}
            autoSize={{ minRows: 14, maxRows: 28 }}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              const next = readPasted(event.target.value);
              onFacts('facts' in next ? next.facts : {});
            }}
          />
        )}
      </Field>
    </div>
  );
}

/** The facts are the address: what is typed is in the link, and a link brings it back. */
function useFactsInAddress(): [OrderFacts, (facts: OrderFacts) => void, boolean] {
  const [parameters, setParameters] = useSearchParams();
  const encoded = parameters.get('facts');
  const decoded = encoded === null ? {} : decodeFacts(encoded);
  const [facts, setFacts] = useState<OrderFacts>(decoded ?? {});
  const text = JSON.stringify(pruned(facts));
  useEffect(() => {
    const timer = setTimeout(() => {
      const link = text === '{}' ? null : priceCheckLink(JSON.parse(text) as OrderFacts).split('facts=')[1];
      setParameters(
        (before) => {
          const next = new URLSearchParams(before);
          if (link) {
            next.set('facts', link);
          } else {
            next.delete('facts');
          }
          return next;
        },
        { replace: true },
      );
    }, 300);
    return () => clearTimeout(timer);
  }, [text, setParameters]);
  return [facts, setFacts, decoded === null];
}

export function PriceCheckPage() {
  const { t } = useWords();
  const { message } = App.useApp();
  const [way, setWay] = useState<'form' | 'json'>('form');
  const [facts, setFacts, badLink] = useFactsInAddress();
  const [generation, setGeneration] = useState(0);
  const check = usePriceCheck(facts);
  const change = (next: Partial<OrderFacts>) => setFacts({ ...facts, ...next });
  const share = async () => {
    await navigator.clipboard.writeText(location.origin + priceCheckLink(pruned(facts)));
    message.success(t('action.copied'));
  };
  const clear = () => {
    setFacts({});
    setGeneration(generation + 1);
  };
  return (
    <div className={pageStyles.page}>
      <PageHeader title={t('check.title')} note={t('check.note')}>
        <Button onClick={clear}>{t('check.clear')}</Button>
        <Button icon={<Icon name="link" size={14} />} onClick={() => void share()}>
          {t('action.copyLink')}
        </Button>
      </PageHeader>
      <div className={styles.columns}>
        <section className="panel">
          <header>
            <Segmented<'form' | 'json'>
              aria-label={t('check.way')}
              value={way}
              onChange={setWay}
              options={[
                { value: 'form', label: t('check.form') },
                { value: 'json', label: t('check.json') },
              ]}
            />
          </header>
          <div className={styles.body} key={`${way}${generation}`}>
            {badLink && <p role="alert">{t('check.badLink')}</p>}
            {way === 'form' ? (
              <>
                <FactsForm facts={facts} onChange={change} resolved={check.data?.region} />
                <Times facts={facts} onChange={change} />
              </>
            ) : (
              <Paste facts={facts} onFacts={setFacts} />
            )}
          </div>
        </section>
        <PricePanel facts={facts} check={check} />
      </div>
    </div>
  );
}
