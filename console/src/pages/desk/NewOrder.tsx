import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { OrderDetail, OrderFacts, OrderPreset, PriceCheck } from '../../api/contract';
import { change } from '../../api/http';
import { orderQuery, templatesQuery } from '../../api/queries';
import { useWords } from '../../i18n';
import { Amount } from '../../parts/Amount';
import { Bones } from '../../parts/Bones';
import { FactsForm } from '../../parts/facts/FactsForm';
import { factsOfPreset, isPriceable, pruned } from '../../parts/facts/facts';
import { PageHeader } from '../../parts/PageHeader';
import { ProblemNote } from '../../parts/ProblemNote';
import pageStyles from '../../parts/page.module.css';
import { PricePanel } from '../../parts/price/PricePanel';
import { usePriceCheck } from '../../parts/price/usePriceCheck';
import { relationName } from '../../parts/relation';
import styles from './desk.module.css';

interface PresetsProps {
  chosen: string | undefined;
  onPick: (preset: OrderPreset) => void;
}

function Presets({ chosen, onPick }: PresetsProps) {
  const { t } = useWords();
  const templates = useQuery(templatesQuery);
  if (templates.isPending) {
    return <Bones rows={2} />;
  }
  const presets = (templates.data ?? []).flatMap(({ orderPresets }) => orderPresets);
  if (presets.length === 0) {
    return <p className={styles.none}>{t('desk.presetNone')}</p>;
  }
  return (
    <ul className={styles.presets}>
      {presets.map((preset) => (
        <li key={preset.id}>
          <button type="button" aria-pressed={preset.id === chosen} onClick={() => onPick(preset)}>
            <b>{preset.name}</b>
            <small>{preset.description ?? preset.service}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** On a phone the two sums that matter stay in view above the button. */
function PriceSummary({ check }: { check: PriceCheck | undefined }) {
  const words = useWords();
  if (check === undefined) {
    return <span className={`${styles.summary} quiet`}>{words.t('price.title')}</span>;
  }
  return (
    <ul className={styles.summary} aria-label={words.t('price.title')}>
      {check.settlements.slice(0, 2).map((settlement) => (
        <li key={settlement.relation}>
          <span>{relationName(settlement.relation, words)}</span>
          {settlement.holds.length > 0 ? (
            <span className={styles.heldInk}>{words.word('hold', settlement.holds[0]?.reason)}</span>
          ) : (
            <Amount value={settlement.total} currency={settlement.currency} strong />
          )}
        </li>
      ))}
    </ul>
  );
}

function useCreate() {
  const { t, language } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (order: { preset: string | undefined; facts: OrderFacts }) =>
      change<OrderDetail>('POST', '/desk/orders', order),
    onSuccess: (order) => {
      queries.setQueryData(orderQuery(order.orderNo, language).queryKey, order);
      void queries.invalidateQueries({ queryKey: ['orders'] });
      message.success(t('desk.created', { orderNo: order.orderNo }));
      navigate(`/orders/${encodeURIComponent(order.orderNo)}`);
    },
  });
}

/** A new order: a template or a service, the facts as the customer tells them, price and promise before saving. */
export function NewOrder() {
  const { t } = useWords();
  const [parameters, setParameters] = useSearchParams();
  const preset = parameters.get('preset') ?? undefined;
  const templates = useQuery(templatesQuery);
  const [typed, setTyped] = useState<OrderFacts>({});
  const [asked, setAsked] = useState(false);
  const picked = templates.data?.flatMap(({ orderPresets }) => orderPresets).find(({ id }) => id === preset);
  const facts: OrderFacts = { ...(picked === undefined ? {} : factsOfPreset(picked)), ...typed };
  const check = usePriceCheck(facts);
  const create = useCreate();
  const pick = (next: OrderPreset) => {
    setParameters({ preset: next.id }, { replace: true });
    const { service: _service, stage: _stage, complexity: _complexity, ...kept } = typed;
    setTyped(kept);
  };
  const save = () => {
    setAsked(true);
    if (isPriceable(facts)) {
      create.mutate({ preset, facts: pruned(facts) });
    }
  };
  return (
    <div className={pageStyles.page}>
      <PageHeader back="/desk" title={t('desk.new')} />
      <div className={styles.columns}>
        <section className="panel">
          <header>
            <h2>{t('desk.preset')}</h2>
          </header>
          <Presets chosen={preset} onPick={pick} />
          <div className={styles.form}>
            <FactsForm
              facts={facts}
              onChange={(next) => setTyped((before) => ({ ...before, ...next }))}
              resolved={check.data?.region}
              serviceFault={asked && !isPriceable(facts) ? t('desk.serviceMissing') : undefined}
            />
            {create.isError && <ProblemNote error={create.error} />}
          </div>
        </section>
        <div className={styles.priceSide}>
          <PricePanel facts={facts} check={check} />
          <div className={styles.save}>
            <PriceSummary check={isPriceable(facts) ? check.data : undefined} />
            <Button type="primary" size="large" block loading={create.isPending} onClick={save}>
              {t('desk.create')}
            </Button>
          </div>
        </div>
      </div>
    </div>
  );
}
