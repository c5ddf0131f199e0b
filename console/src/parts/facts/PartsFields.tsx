import { Button, Input } from 'antd';
import type { OrderFacts } from '../../api/contract';
import { useWords } from '../../i18n';
import { Icon } from '../Icon';
import styles from './facts.module.css';
import { isQuantity } from './kilometres';

type Part = NonNullable<OrderFacts['parts']>[number];

interface PartsFieldsProps {
  parts: Part[];
  onChange: (parts: Part[]) => void;
}

export function PartsFields({ parts, onChange }: PartsFieldsProps) {
  const { t } = useWords();
  const put = (index: number, change: Partial<Part>) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, ...change } : part)));
  return (
    <fieldset className={`${styles.parts} ${styles.wide}`}>
      <legend>{t('desk.parts')}</legend>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and are only added at the end
        <div key={index}>
          <Input
            aria-label={t('desk.partNumber')}
            placeholder={t('desk.partNumber')}
            value={part.number}
            onChange={(event) => put(index, { number: event.target.value })}
          />
          <Input
            aria-label={t('desk.partQuantity')}
            className={styles.number}
            inputMode="decimal"
            status={isQuantity(part.quantity) ? '' : 'error'}
            value={part.quantity}
            onChange={(event) => put(index, { quantity: event.target.value })}
          />
          <Button
            type="text"
            aria-label={t('action.remove')}
            icon={<Icon name="close" size={14} />}
            onClick={() => onChange(parts.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={<Icon name="plus" size={13} />}
        onClick={() => onChange([...parts, { number: '', quantity: '1' }])}
      >
        {t('desk.addPart')}
      </Button>
    </fieldset>
  );
}
