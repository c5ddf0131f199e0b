import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { currencySymbol, money } from '../../money/format';
import { Field } from '../../parts/facts/Field';
import { PartyChoice } from './PartyChoice';
import { type VoucherField, type VoucherInput, voucherKinds } from './voucher';
import styles from './vouchers.module.css';

export type FaultTexts = Partial<Record<VoucherField, string>>;

interface FieldsProps {
  input: VoucherInput;
  faults: FaultTexts;
  put: (change: Partial<VoucherInput>) => void;
}

const statusOf = (fault: string | undefined) => (fault === undefined ? '' : 'error');

function KindField({ input, faults, put }: FieldsProps) {
  const { t, word } = useWords();
  return (
    <Field
      label={t('voucher.kind')}
      note={input.kind === undefined ? undefined : word('voucherDoes', input.kind)}
      fault={faults.kind}
    >
      {(id) => (
        <Select
          id={id}
          status={statusOf(faults.kind)}
          placeholder={t('voucher.chooseKind')}
          value={input.kind}
          onChange={(kind: string) => put({ kind })}
          listHeight={420}
          options={voucherKinds.map((kind) => ({ value: kind, label: word('voucherKind', kind) }))}
          optionRender={({ value }) => (
            <span className={styles.kindOption}>
              {word('voucherKind', String(value))}
              <small className="quiet">{word('voucherDoes', String(value))}</small>
            </span>
          )}
        />
      )}
    </Field>
  );
}

interface TextFieldProps extends FieldsProps {
  name: 'number' | 'orderNo' | 'reason';
  hint: string;
  longest: number;
}

function TextField({ name, hint, longest, input, faults, put }: TextFieldProps) {
  const { t } = useWords();
  return (
    <Field label={t(`voucher.${name}`)} note={hint} fault={faults[name]}>
      {(id) => (
        <Input
          id={id}
          status={statusOf(faults[name])}
          maxLength={longest}
          value={input[name]}
          onChange={(event) => put({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

export function DayField({
  input,
  faults,
  put,
}: Pick<FieldsProps, 'faults' | 'put'> & { input: Pick<VoucherInput, 'happenedOn'> }) {
  const { t } = useWords();
  return (
    <Field label={t('voucher.happenedOn')} fault={faults.happenedOn}>
      {(id) => (
        <DatePicker
          id={id}
          status={statusOf(faults.happenedOn)}
          value={input.happenedOn === undefined ? null : dayjs(input.happenedOn)}
          onChange={(date) => put({ happenedOn: date?.format('YYYY-MM-DD') })}
        />
      )}
    </Field>
  );
}

function AmountField({ input, faults, put }: FieldsProps) {
  const { t } = useWords();
  const { quoteLimit, tenant } = useSession();
  const limit =
    quoteLimit === null ? undefined : t('voucher.limit', { limit: money(quoteLimit, tenant.currency) });
  return (
    <Field label={t('voucher.amount')} note={limit} fault={faults.amount}>
      {(id) => (
        <Input
          id={id}
          status={statusOf(faults.amount)}
          inputMode="decimal"
          className={styles.amount ?? ''}
          prefix={currencySymbol(tenant.currency)}
          value={input.amount}
          onChange={(event) => put({ amount: event.target.value })}
        />
      )}
    </Field>
  );
}

/** The fields of a voucher, each with what it means or with what is wrong with it. */
export function VoucherFields(props: FieldsProps) {
  const { t } = useWords();
  const { input, faults, put } = props;
  return (
    <div className={styles.fields}>
      <KindField {...props} />
      <Field label={t('voucher.party')} note={input.party} fault={faults.party}>
        {(id) => (
          <PartyChoice
            id={id}
            status={statusOf(faults.party)}
            hint={t('voucher.partyHint')}
            value={input.party}
            onChange={(party) => put({ party })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <AmountField {...props} />
        <DayField {...props} />
      </div>
      <TextField {...props} name="reason" hint={t('voucher.reasonHint')} longest={500} />
      <div className={styles.pair}>
        <TextField {...props} name="orderNo" hint={t('voucher.orderHint')} longest={128} />
        <TextField {...props} name="number" hint={t('voucher.numberHint')} longest={64} />
      </div>
    </div>
  );
}
