import { Fragment } from 'react';
import { useWords } from '../../i18n';
import { useRegionName } from '../../parts/regions';

function RegionName({ code }: { code: string }) {
  return <span title={code}>{useRegionName(code)}</span>;
}

/** Regions by their names; none stands for all. */
export function RegionNames({ codes }: { codes: readonly string[] }) {
  const { t } = useWords();
  if (codes.length === 0) {
    return <span className="quiet">{t('master.everywhere')}</span>;
  }
  return (
    <span>
      {codes.map((code, index) => (
        <Fragment key={code}>
          {index > 0 && '、'}
          <RegionName code={code} />
        </Fragment>
      ))}
    </span>
  );
}
