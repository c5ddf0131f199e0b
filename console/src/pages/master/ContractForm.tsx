import { useQuery } from '@tanstack/react-query';
import type { ServiceNode } from '../../api/contract';
import type { Contract } from '../../api/master';
import { counterpartiesQuery, servicesQuery } from '../../api/queries';
import { useWords } from '../../i18n';
import { taxpayers } from './PartyForm';
import { type RecordField, RecordForm } from './RecordForm';
import { relations, useRelationField } from './relationField';

function pathsOf(nodes: readonly ServiceNode[]): string[] {
  return nodes.flatMap(({ path, children }) => [path, ...pathsOf(children)]);
}

function useFields(known: boolean): RecordField[] {
  const { t, word } = useWords();
  const relation = useRelationField();
  const parties = useQuery(counterpartiesQuery(undefined, ''));
  const services = useQuery(servicesQuery);
  return [
    { name: 'contractNo', label: t('recordField.contractNo'), kind: 'text', required: true, fixed: known },
    {
      name: 'party',
      label: t('recordField.party'),
      kind: 'choice',
      required: true,
      fixed: known,
      options: (parties.data ?? []).map(({ id, name }) => ({ value: id, label: `${name} ${id}` })),
    },
    { ...relation, fixed: known },
    { name: 'from', label: t('recordField.from'), kind: 'day', required: true },
    { name: 'to', label: t('recordField.to'), kind: 'day' },
    { name: 'regions', label: t('recordField.regions'), note: t('master.everywhere'), kind: 'regions' },
    {
      name: 'services',
      label: t('recordField.services'),
      note: t('master.allServices'),
      kind: 'texts',
      options: pathsOf(services.data ?? []).map((path) => ({ value: path, label: path })),
    },
    {
      name: 'taxpayer',
      label: t('recordField.taxpayer'),
      kind: 'choice',
      options: taxpayers.map((value) => ({ value, label: word('taxpayer', value) })),
    },
    {
      name: 'reason',
      label: t('master.reason'),
      note: t('master.reasonHint'),
      kind: 'text',
      required: known,
    },
  ];
}

interface ContractFormProps {
  open: boolean;
  contract: Contract | undefined;
  /** Whose contract it will be, where that is known. */
  party?: string;
  onClose: () => void;
}

/** A new contract, or what is corrected of one. */
export function ContractForm({ open, contract, party, onClose }: ContractFormProps) {
  const { t } = useWords();
  const fields = useFields(contract !== undefined);
  const initial =
    contract === undefined
      ? { relation: relations[0], party }
      : Object.fromEntries(Object.entries(contract).map(([name, value]) => [name, value ?? undefined]));
  return (
    <RecordForm
      open={open}
      title={contract?.contractNo ?? t('master.addContract')}
      kind="contracts"
      fields={fields}
      initial={initial}
      onClose={onClose}
      onRecorded={onClose}
    />
  );
}
