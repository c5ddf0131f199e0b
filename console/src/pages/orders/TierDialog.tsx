import { useQuery } from '@tanstack/react-query';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { OrderDetail } from '../../api/contract';
import { get } from '../../api/http';
import type { TierChoices, TierPlace } from '../../api/tiers';
import { useWords } from '../../i18n';
import { money, signedMoney } from '../../money/format';
import { Amount } from '../../parts/Amount';
import { Bones } from '../../parts/Bones';
import { Empty } from '../../parts/Empty';
import { ProblemNote } from '../../parts/ProblemNote';
import { relationName } from '../../parts/relation';
import { Reason, useReason } from './DecisionForms';
import { decisionOf, offers, type Pick } from './tierChoice';
import styles from './tiers.module.css';
import { useDecide } from './useDecide';

function Now({ place }: { place: TierPlace }) {
  const { t } = useWords();
  return (
    <p className={styles.now}>
      <span>
        {t('forced.now')} <b>{place.now?.tierName ?? t('why.notMatched')}</b>
        {place.chosen && (
          <small className="quiet">
            {' '}
            {t('forced.chosenBy', { by: place.chosen.by, reason: place.chosen.reason })}
          </small>
        )}
      </span>
      <Amount value={place.amount} currency={place.currency} />
    </p>
  );
}

/** A tier, or the way back, with what the relation comes to then. */
function Option({ pick }: { pick: Pick }) {
  const { t } = useWords();
  const { comesTo, place } = pick;
  const [hold] = comesTo.holds;
  return (
    <Radio value={pick.key} disabled={!comesTo.withinLimit} className={styles.option ?? ''}>
      <span>
        <b>
          {pick.tierId === null
            ? t('forced.takeBack', { tier: pick.name || t('why.notMatched') })
            : pick.name}
        </b>
        {!comesTo.withinLimit && <small className={styles.over}>{t('forced.overLimit')}</small>}
        {hold && <small className="quiet">{hold.sentence}</small>}
      </span>
      <span className={styles.figures}>
        <Amount value={comesTo.amount} currency={place.currency} />
        {comesTo.difference !== null && (
          <small>
            <Amount value={comesTo.difference} currency={place.currency} signed />
          </small>
        )}
      </span>
    </Radio>
  );
}

function Place({ place, picks }: { place: TierPlace; picks: Pick[] }) {
  const words = useWords();
  const { t } = words;
  const several = place.item !== null && place.item !== undefined && place.item > 0;
  return (
    <fieldset className={styles.place}>
      <legend>
        {relationName(place.relation, words)} · {place.categoryName}
        {several && ` #${(place.item ?? 0) + 1}`}
        {place.service && ` · ${place.service}`}
      </legend>
      <Now place={place} />
      {picks.map((pick) => (
        <Option key={pick.key} pick={pick} />
      ))}
      {picks.length === 0 && <p className="quiet">{t('forced.none')}</p>}
    </fieldset>
  );
}

/** From what to what, in one line, before it is decided. */
function Effect({ pick: { place, comesTo } }: { pick: Pick }) {
  const { t } = useWords();
  const shown = (amount: string | null) => (amount === null ? '—' : money(amount, place.currency));
  return (
    <p className={styles.effect} role="status">
      {t('forced.effect', { before: shown(place.amount), after: shown(comesTo.amount) })}
      {comesTo.difference !== null && (
        <b className="num"> {signedMoney(comesTo.difference, place.currency)}</b>
      )}
    </p>
  );
}

/** Chooses a tier for an order, or takes a choice back, for a reason. */
export function TierDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const { t, language } = useWords();
  const [picked, setPicked] = useState<string>();
  const why = useReason();
  const decide = useDecide(order.orderNo, onClose);
  const choices = useQuery({
    queryKey: ['order', order.orderNo, 'tiers', order.timeline.length, language],
    queryFn: ({ signal }) =>
      get<TierChoices>(`/orders/${encodeURIComponent(order.orderNo)}/tiers`, { lang: language }, signal),
    gcTime: 0,
  });
  const offered = choices.data === undefined ? [] : offers(choices.data);
  const pick = offered.flatMap(({ picks }) => picks).find(({ key }) => key === picked);
  const limit = choices.data?.limit ?? null;
  return (
    <Modal
      open
      title={t('forced.title')}
      okText={pick?.tierId === null ? t('forced.confirmBack') : t('forced.confirm')}
      okButtonProps={{ disabled: pick === undefined, loading: decide.isPending }}
      onCancel={onClose}
      onOk={() => {
        why.setAsked(true);
        if (pick !== undefined && why.reason.trim() !== '') {
          decide.mutate(decisionOf(pick, why.reason.trim()));
        }
      }}
    >
      {choices.isPending && <Bones rows={5} />}
      {choices.isError && <ProblemNote error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.data !== undefined && offered.length === 0 && <Empty title={t('forced.none')} />}
      <Radio.Group
        className={styles.places ?? ''}
        value={picked}
        onChange={(event) => setPicked(String(event.target.value))}
      >
        {offered.map(({ place, picks }) => (
          <Place key={place.relation + place.category + (place.item ?? '')} place={place} picks={picks} />
        ))}
      </Radio.Group>
      {limit !== null && (
        <p className="quiet">{t('decide.limit', { limit: money(limit, order.currency) })}</p>
      )}
      {pick !== undefined && <Effect pick={pick} />}
      {offered.length > 0 && <Reason {...why} />}
      {decide.isError && <ProblemNote error={decide.error} />}
    </Modal>
  );
}
