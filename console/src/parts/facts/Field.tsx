import { type ReactNode, useId } from 'react';
import styles from './facts.module.css';

interface FieldProps {
  label: string;
  note?: ReactNode;
  fault?: string | undefined;
  wide?: boolean;
  children: (id: string) => ReactNode;
}

/** A labelled field with its note, or with what is wrong with it. */
export function Field({ label, note, fault, wide = false, children }: FieldProps) {
  const id = useId();
  return (
    <div className={wide ? styles.wide : ''}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {(fault ?? note) !== undefined && (
        <small
          role={fault === undefined ? undefined : 'alert'}
          className={fault === undefined ? styles.note : styles.fault}
        >
          {fault ?? note}
        </small>
      )}
    </div>
  );
}
