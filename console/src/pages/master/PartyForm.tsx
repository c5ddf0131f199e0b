import { useQuery } from '@tanstack/react-query';
import type { MasterParty } from '../../api/master';
import { counterpartiesQuery, useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { day } from '../../time/format';
import { type RecordField, RecordForm } from './RecordForm';

export const taxpayers = ['GENERAL', 'SMALL_SCALE', 'INDIVIDUAL'] as const;
const kinds = ['PARTNER', 'ENGINEER', 'DEPARTMENT'] as const;

function useFields(party: MasterParty | undefined): RecordField[] {
  const { t, word } = useWords();
  const partners = useQuery(counterpartiesQuery('PARTNER', ''));
  const known = party !== undefined;
  return [
    { name: 'id', label: t('recordField.id'), kind: 'text', required: true, fixed: known },
    {
      name: 'kind',
      label: t('recordField.kind'),
      kind: 'choice',
      required: true,
      fixed: known,
      options: kinds.map((value) => ({ value, label: word('kind', value) })),
    },
    { name: 'name', label: t('recordField.name'), kind: 'text', required: true },
    { name: 'type', label: t('recordField.type'), kind: 'text' },
    { name: 'mode', label: t('recordField.mode'), kind: 'text' },
    { name: 'grade', label: t('recordField.grade'), kind: 'text' },
    {
      name: 'taxpayer',
      label: t('recordField.taxpayer'),
      kind: 'choice',
      options: taxpayers.map((value) => ({ value, label: word('taxpayer', value) })),
    },
    { name: 'regions', label: t('recordField.regions'), kind: 'regions' },
    {
      name: 'partnerId',
      label: t('recordField.partnerId'),
      kind: 'choice',
      options: (partners.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'costCentre', label: t('recordField.costCentre'), kind: 'text' },
    { name: 'validFrom', label: t('master.from'), note: t('master.fromHint'), kind: 'day' },
    {
      name: 'reason',
      label: t('master.reason'),
      note: t('master.reasonHint'),
      kind: 'text',
      required: known,
    },
  ];
}

interface PartyFormProps {
  open: boolean;
  /** As it is today; undefined for a new one. */
  party?: MasterParty;
  onClose: () => void;
  onRecorded: (id: string) => void;
}

/** A new counterparty, or a further version of one from a day on. */
export function PartyForm({ open, party, onClose, onRecorded }: PartyFormProps) {
  const { t } = useWords();
  const { zone } = useSession().tenant;
  const fields = useFields(party);
  const initial =
    party === undefined
      ? { kind: 'PARTNER' }
      : {
          ...Object.fromEntries(Object.entries(party).map(([name, value]) => [name, value ?? undefined])),
          validFrom: day(Date.now(), zone),
        };
  return (
    <RecordForm
      open={open}
      title={party === undefined ? t('master.add') : `${t('master.edit')} ${party.id}`}
      kind="counterparties"
      fields={fields}
      initial={initial}
      onClose={onClose}
      onRecorded={onRecorded}
    />
  );
}
