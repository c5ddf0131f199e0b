import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { address, change } from '../../api/http';
import type { VoucherFile } from '../../api/ledger';
import { useSession } from '../../api/queries';
import { may } from '../../app/permissions';
import { useWords } from '../../i18n';

import { ProblemNote } from '../../parts/ProblemNote';
import { moment } from '../../time/format';
import { fileSize } from '../imports/files';
import { voucherFilesPath, voucherFilesQuery } from './ledgerQueries';
import styles from './vouchers.module.css';

const accepted = '.pdf,.png,.jpg,.jpeg,.webp,.txt,.csv,.xlsx,.docx';

/** The type of a file whose system names none. */
function typeOf(file: File): string {
  return file.type === '' ? 'application/octet-stream' : file.type;
}

function useAdding(number: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      change<VoucherFile>('POST', voucherFilesPath(number), file, {
        query: { name: file.name },
        contentType: typeOf(file),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: voucherFilesQuery(number).queryKey }),
  });
}

/** What a voucher is proven by, and the way to add to it; nothing is taken away. */
export function VoucherFiles({ number }: { number: string }) {
  const { t } = useWords();
  const session = useSession();
  const found = useQuery(voucherFilesQuery(number));
  const adding = useAdding(number);
  const files = found.data ?? [];
  const adds = may(session, 'VOUCHER_POST');
  if (!adds && files.length === 0) {
    return null;
  }
  return (
    <section className="panel" aria-label={t('voucher.files')}>
      <header>
        <h3>{t('voucher.files')}</h3>
        {adds && (
          <Upload
            accept={accepted}
            showUploadList={false}
            beforeUpload={(file) => {
              adding.mutate(file);
              return false;
            }}
          >
            <Button size="small" loading={adding.isPending}>
              {t('voucher.addFile')}
            </Button>
          </Upload>
        )}
      </header>
      {found.isError && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      {adding.isError && <ProblemNote error={adding.error} />}
      {files.length === 0 && <p className={`quiet ${styles.noFiles}`}>{t('voucher.noFiles')}</p>}
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <a href={address(`${voucherFilesPath(number)}/${file.id}`)} download={file.name}>
              {file.name}
            </a>
            <span className="quiet">
              {[fileSize(file.bytes), file.by, moment(file.addedAt, session.tenant.zone)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
