import { Button, Segmented, Upload } from 'antd';
import { useState } from 'react';
import { address } from '../../api/http';
import type { RecordKind, RecordsAnswer, RowResult } from '../../api/master';
import { useQueryState } from '../../app/useQueryState';
import { useWords } from '../../i18n';
import { Icon } from '../../parts/Icon';
import { ProblemNote } from '../../parts/ProblemNote';
import { ScrollBox } from '../../parts/ScrollBox';
import { usePhone } from '../../theme/preferences';
import { MasterPage } from './MasterPage';
import styles from './master.module.css';
import { useFile } from './masterQueries';

const kinds = [
  ['counterparties', 'master.parties'],
  ['contracts', 'master.contracts'],
  ['customers', 'master.customers'],
  ['legal-entities', 'master.entities'],
  ['outside-measures', 'master.measures'],
] as const;

const fileName = /\.(csv|xlsx)$/i;

function Details({ result }: { result: RowResult }) {
  const { word } = useWords();
  return (
    <>
      {result.problems.map((problem) => (
        <p key={`${problem.column}${problem.reason}`} className={styles.bad}>
          {word('recordField', problem.column)}
          {problem.value !== '' && ` “${problem.value}”`}: {problem.reason}
          {problem.allowed !== '' && <small className="quiet"> {problem.allowed}</small>}
        </p>
      ))}
      {result.outcome === 'CHANGED' &&
        result.differences.map(({ field, before, after }) => (
          <p key={field}>
            {word('recordField', field)} <span className="quiet">{before ?? '—'} → </span>
            {after ?? '—'}
          </p>
        ))}
    </>
  );
}

function Results({ answer }: { answer: RecordsAnswer }) {
  const { t, word } = useWords();
  return (
    <section className="panel" aria-label={t(answer.dryRun ? 'master.dryRun' : 'master.done')}>
      <header>
        <h2>{t(answer.dryRun ? 'master.dryRun' : 'master.done')}</h2>
        <span className="num quiet">{t('master.counts', { ...answer })}</span>
      </header>
      {answer.results.length > 0 && (
        <ScrollBox label={t('master.details')}>
          <table className={styles.results}>
            <thead>
              <tr>
                <th scope="col">{t('master.row')}</th>
                <th scope="col">{t('recordField.id')}</th>
                <th scope="col">{t('master.outcome')}</th>
                <th scope="col">{t('master.details')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.results.map((result) => (
                <tr key={result.row}>
                  <td className="num">{result.row}</td>
                  <td className="mono">{result.id}</td>
                  <td className={result.outcome === 'REFUSED' ? styles.bad : ''}>
                    {word('outcome', result.outcome)}
                  </td>
                  <td>
                    <Details result={result} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function Taking({ kind }: { kind: RecordKind }) {
  const { t } = useWords();
  const [file, setFile] = useState<File>();
  const [refused, setRefused] = useState<string>();
  const sending = useFile(kind);
  const answer = sending.data;
  const changes = answer === undefined ? 0 : answer.created + answer.changed;
  return (
    <>
      <Upload.Dragger
        accept=".csv,.xlsx"
        multiple={false}
        showUploadList={false}
        disabled={sending.isPending}
        beforeUpload={(chosen) => {
          const good = fileName.test(chosen.name);
          setRefused(good ? undefined : chosen.name);
          if (good) {
            setFile(chosen);
            sending.mutate({ file: chosen, dryRun: true });
          }
          return false;
        }}
      >
        <div className={styles.drop}>
          <Icon name="imports" size={26} />
          <b>{file?.name ?? t('master.drop')}</b>
          <span className="quiet">{t('master.dropHint')}</span>
        </div>
      </Upload.Dragger>
      {refused !== undefined && <p role="alert">{t('master.badType', { name: refused })}</p>}
      {sending.isError && <ProblemNote error={sending.error} />}
      {answer?.dryRun && file !== undefined && (
        <p className={styles.confirm}>
          {changes === 0 ? (
            <span className="quiet">{t('master.nothing')}</span>
          ) : (
            <Button type="primary" onClick={() => sending.mutate({ file, dryRun: false })}>
              {t('master.takeIn')}
            </Button>
          )}
        </p>
      )}
      {answer !== undefined && <Results answer={answer} />}
    </>
  );
}

/** Files of master records in, after a dry run, and out. */
export function ImportRecords() {
  const { t } = useWords();
  const phone = usePhone();
  const [state, put] = useQueryState(['kind'] as const);
  const kind = kinds.find(([each]) => each === state.kind)?.[0] ?? 'counterparties';
  return (
    <MasterPage>
      <div className={styles.between}>
        <Segmented<RecordKind>
          aria-label={t('master.file')}
          vertical={phone}
          value={kind}
          onChange={(chosen) => put({ kind: chosen })}
          options={kinds.map(([value, label]) => ({ value, label: t(label) }))}
        />
        <a href={address(`/records/${kind}/file`)} download>
          {t('master.export')}
        </a>
      </div>
      <Taking key={kind} kind={kind} />
    </MasterPage>
  );
}
