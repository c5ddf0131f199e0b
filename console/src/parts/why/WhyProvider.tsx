import { Drawer } from 'antd';
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { Explanation, Settlement } from '../../api/contract';
import { useWords } from '../../i18n';
import { usePhone } from '../../theme/preferences';
import { Bones } from '../Bones';

const WhyOrder = lazy(async () => ({ default: (await import('./WhyOrder')).WhyOrder }));
const WhyContent = lazy(async () => ({ default: (await import('./WhyContent')).WhyContent }));

/** What is asked about: an order of the server, or a price that was only checked. */
export type Question =
  | { orderNo: string; relation?: string | undefined }
  | { explanation: Explanation; settlement: Settlement };

const Context = createContext<(question: Question) => void>(() => undefined);

export function useWhy(): (question: Question) => void {
  return useContext(Context);
}

export function WhyProvider({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const phone = usePhone();
  const { pathname } = useLocation();
  const [asked, setAsked] = useState<{ question: Question; on: string } | null>(null);
  const ask = useMemo(() => (question: Question) => setAsked({ question, on: pathname }), [pathname]);
  const question = asked !== null && asked.on === pathname ? asked.question : null;
  return (
    <Context value={ask}>
      {children}
      <Drawer
        open={question !== null}
        onClose={() => setAsked(null)}
        title={t('why.title')}
        placement={phone ? 'bottom' : 'right'}
        size={phone ? '82%' : 500}
        destroyOnHidden
      >
        <Suspense fallback={<Bones rows={8} />}>
          {question !== null &&
            ('orderNo' in question ? <WhyOrder {...question} /> : <WhyContent {...question} />)}
        </Suspense>
      </Drawer>
    </Context>
  );
}
