import { Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { Contract } from '../../api/master';
import { useWords, type Words } from '../../i18n';
import { relationName } from '../../parts/relation';
import { usePhone } from '../../theme/preferences';
import styles from './master.module.css';
import { partyPath } from './Parties';
import { RegionNames } from './RegionNames';

interface ContractRowsProps {
  rows: Contract[];
  /** Opens the form of a contract; absent for those who may not. */
  onEdit: ((contract: Contract) => void) | undefined;
}

function span({ from, to }: Contract, { t }: Words): string {
  return `${from} – ${to ?? t('master.noEnd')}`;
}

function Number_({ contract, onEdit }: { contract: Contract; onEdit: ContractRowsProps['onEdit'] }) {
  return onEdit === undefined ? (
    <span>{contract.contractNo}</span>
  ) : (
    <button type="button" className={`bare ${styles.link}`} onClick={() => onEdit(contract)}>
      {contract.contractNo}
    </button>
  );
}

function columnsOf(words: Words, onEdit: ContractRowsProps['onEdit']): TableColumnsType<Contract> {
  const { t, word } = words;
  return [
    {
      title: t('recordField.contractNo'),
      width: 150,
      ellipsis: true,
      render: (_, contract) => <Number_ contract={contract} onEdit={onEdit} />,
    },
    {
      title: t('recordField.party'),
      ellipsis: true,
      render: (_, { party, partyName }) => <Link to={partyPath(party)}>{partyName}</Link>,
    },
    {
      title: t('recordField.relation'),
      width: 150,
      render: (_, { relation }) => relationName(relation, words),
    },
    { title: t('recordField.from'), width: 210, className: 'num', render: (_, row) => span(row, words) },
    {
      title: t('recordField.regions'),
      width: 160,
      ellipsis: true,
      render: (_, { regions }) => <RegionNames codes={regions} />,
    },
    {
      title: t('recordField.services'),
      width: 150,
      ellipsis: true,
      render: (_, { services }) =>
        services.length === 0 ? (
          <span className="quiet">{t('master.allServices')}</span>
        ) : (
          services.join('、')
        ),
    },
    {
      title: t('recordField.taxpayer'),
      width: 120,
      render: (_, { taxpayer }) => word('taxpayer', taxpayer),
    },
  ];
}

/** Contracts as they were recorded last. */
export function ContractRows({ rows, onEdit }: ContractRowsProps) {
  const words = useWords();
  const phone = usePhone();
  if (!phone) {
    return (
      <Table
        size="small"
        rowKey="contractNo"
        columns={columnsOf(words, onEdit)}
        dataSource={rows}
        pagination={false}
        tableLayout="fixed"
      />
    );
  }
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.contractNo} className={styles.card}>
          <span>
            <b>
              <Number_ contract={row} onEdit={onEdit} />
            </b>
            <Link to={partyPath(row.party)}>{row.partyName}</Link>
          </span>
          <span className="quiet">
            <span className="num">{span(row, words)}</span>
            <span>{relationName(row.relation, words)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
