import type { Decision } from '../../api/contract';
import type { ComesTo, TierChoices, TierPlace } from '../../api/tiers';

/** One thing that may be picked: a tier, or the end of an earlier choice. */
export interface Pick {
  key: string;
  place: TierPlace;
  tierId: string | null;
  name: string;
  comesTo: ComesTo;
}

function picksOf(place: TierPlace): Pick[] {
  const at = `${place.relation}|${place.category}|${place.item ?? ''}`;
  const tiers = place.options
    .filter(({ tierId }) => tierId !== place.now?.tierId)
    .map(({ tierId, tierName, comesTo }) => ({
      key: `${at}|${tierId}`,
      place,
      tierId,
      name: tierName,
      comesTo,
    }));
  return place.takenBack === null
    ? tiers
    : [
        ...tiers,
        {
          key: `${at}|`,
          place,
          tierId: null,
          name: place.best?.tierName ?? '',
          comesTo: place.takenBack,
        },
      ];
}

/** The places of an order where something else may be picked, each with what. */
export function offers({ places }: TierChoices): { place: TierPlace; picks: Pick[] }[] {
  return places
    .map((place) => ({ place, picks: picksOf(place) }))
    .filter(({ place, picks }) => picks.length > 0 || place.chosen !== null);
}

/** What is sent for it. */
export function decisionOf({ place, tierId }: Pick, reason: string): Decision {
  const at = {
    relation: place.relation,
    category: place.category,
    ...(place.item === null || place.item === undefined ? {} : { item: place.item }),
    reason,
  };
  return tierId === null ? { kind: 'UNFORCE', ...at } : { kind: 'FORCE', tier: tierId, ...at };
}
