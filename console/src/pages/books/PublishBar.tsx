import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Finding } from '../../api/contract';
import { change } from '../../api/http';
import { useSession } from '../../api/queries';
import { useWords } from '../../i18n';
import { ProblemNote } from '../../parts/ProblemNote';
import { instantOf } from '../../time/format';
import type { TierEntry } from './bookDocument';
import { findingKey } from './Findings';
import styles from './wizard.module.css';

export type PublishContent = { tier: TierEntry; baseVersion: number } | { source: string };

interface PublishBarProps {
  bookId: string;
  baseVersion: number;
  content: PublishContent | undefined;
  validFrom: string;
  findings: Finding[];
  ready: boolean;
  /** What else the publication needs, above the note. */
  children?: ReactNode;
}

function usePublish({ bookId, baseVersion, validFrom }: PublishBarProps) {
  const { t, language } = useWords();
  const { zone } = useSession().tenant;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (asked: { content: PublishContent; acceptGaps: string[]; note: string }) =>
      change<{ version: number }>(
        'POST',
        `/books/${encodeURIComponent(bookId)}/versions`,
        {
          ...asked.content,
          validFrom: instantOf(`${validFrom}T00:00`, zone),
          acceptGaps: asked.acceptGaps,
          note: asked.note,
        },
        { headers: { 'if-match': `"${baseVersion}"` }, query: { lang: language } },
      ),
    onSuccess: ({ version }) => {
      void queries.invalidateQueries({ queryKey: ['books'] });
      message.success(t('tier.published', { version }));
      navigate(`/books/${encodeURIComponent(bookId)}?version=${version}`);
    },
  });
}

interface GapsProps {
  gaps: Finding[];
  accepted: ReadonlySet<string>;
  onAccept: (key: string, yes: boolean) => void;
}

function Gaps({ gaps, accepted, onAccept }: GapsProps) {
  const { t } = useWords();
  if (gaps.length === 0) {
    return null;
  }
  return (
    <div className={styles.gaps}>
      <p>{t('tier.acceptGaps')}</p>
      {gaps.map((gap) => (
        <Checkbox
          key={findingKey(gap)}
          checked={accepted.has(findingKey(gap))}
          onChange={(event) => onAccept(findingKey(gap), event.target.checked)}
        >
          {gap.exampleSentence ?? gap.message} <span className="quiet">{t('tier.accept')}</span>
        </Checkbox>
      ))}
    </div>
  );
}

/** Publishing: a note, each gap accepted by name, and the button that is ready when the proof is. */
export function PublishBar(props: PublishBarProps) {
  const { t } = useWords();
  const id = useId();
  const publish = usePublish(props);
  const [note, setNote] = useState('');
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const { content, findings, ready } = props;
  const gaps = findings.filter(({ acceptable }) => acceptable);
  const blocked = findings.some(({ severity, acceptable }) => severity === 'ERROR' && !acceptable);
  const open = gaps.some((gap) => !accepted.has(findingKey(gap)));
  const accept = (key: string, yes: boolean) => {
    const next = new Set(accepted);
    if (yes) {
      next.add(key);
    } else {
      next.delete(key);
    }
    setAccepted(next);
  };
  const submit = () => {
    if (content !== undefined) {
      const acceptGaps = gaps.filter((gap) => accepted.has(findingKey(gap))).map(findingKey);
      publish.mutate({ content, acceptGaps, note: note.trim() });
    }
  };
  return (
    <section className={`panel ${styles.publish}`}>
      {ready && <Gaps gaps={gaps} accepted={accepted} onAccept={accept} />}
      {props.children}
      <label htmlFor={id}>{t('tier.note')}</label>
      <Input
        id={id}
        maxLength={200}
        placeholder={t('tier.noteHint')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button
        type="primary"
        size="large"
        block
        disabled={!ready || blocked || open}
        loading={publish.isPending}
        onClick={submit}
      >
        {t('tier.publish')}
      </Button>
      {publish.isError && <ProblemNote error={publish.error} />}
    </section>
  );
}
