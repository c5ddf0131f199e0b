import { LineChart, MapChart } from 'echarts/charts';
import { GeoComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([LineChart, MapChart, GeoComponent, GridComponent, TooltipComponent, SVGRenderer]);

interface ChartProps {
  option: EChartsCoreOption;
  label: string;
  onPick?: (name: string) => void;
  className?: string | undefined;
}

/** A chart that follows its box and its option; the figures it draws always stand as text beside it too. */
export function Chart({ option, label, onPick, className }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (box.current === null) {
      return;
    }
    const made = init(box.current, undefined, { renderer: 'svg' });
    chart.current = made;
    made.on('click', (event) => pick.current?.(event.name));
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option]);
  return <div ref={box} role="img" aria-label={label} className={className} />;
}
