import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { change } from '../../api/http';
import type { VoucherAnswer } from '../../api/ledger';
import { asProblem } from '../../api/problem';
import { useWords } from '../../i18n';
import { ledgerKey } from './ledgerQueries';

/** Posts a voucher to a path, reads the books again, and hands over what was posted; one that exists is left to the form. */
export function usePosting(path: string, onPosted: (number: string) => void) {
  const { t } = useWords();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (body: Record<string, string | undefined>) => change<VoucherAnswer>('POST', path, body),
    onSuccess: ({ outcome, voucher }) => {
      void queries.invalidateQueries({ queryKey: ledgerKey });
      if (outcome === 'POSTED') {
        message.success(t('voucher.posted', { number: voucher.number }));
        onPosted(voucher.number);
      }
    },
  });
}

/** What the server refuses, at the field that it names; undefined when it names none that the form has. */
export function useRefusal<Field extends string>(
  error: unknown,
  fields: readonly Field[],
): { field: Field; text: string } | undefined {
  const { t, word } = useWords();
  if (error === null || error === undefined) {
    return undefined;
  }
  const problem = asProblem(error);
  const { document, code } = problem;
  const field = fields.find((each) => each === document.field);
  if (field === undefined) {
    return undefined;
  }
  const known = word('problem', code);
  const said = known === code ? problem.message : known;
  const more = document.allowed ? t('voucher.allowed', { allowed: document.allowed }) : undefined;
  return { field, text: [said, more].filter(Boolean).join(' ') };
}
