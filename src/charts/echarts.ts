import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GraphicComponent, GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { Drawn } from './types';

use([BarChart, LineChart, ScatterChart, GridComponent, GraphicComponent, SVGRenderer]);

/** A place on the page that shows one drawing after the other. */
export interface Stage {
  show(drawn: Drawn, width: number): void;
  /** Raises one series; null lowers all. */
  highlight(seriesId: string | null): void;
  dispose(): void;
}

export function openStage(node: HTMLElement): Stage {
  const chart = init(node, null, { renderer: 'svg', width: 1, height: 1 });
  let shownWidth = 0;
  return {
    show(drawn, width) {
      chart.resize({ width, height: drawn.height, silent: true });
      const moves = shownWidth === 0 || shownWidth === width;
      shownWidth = width;
      chart.setOption(moves ? drawn.option : { ...drawn.option, animation: false }, { notMerge: true });
      // Paper is narrower than the screen: the picture then shrinks as a whole.
      node.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${drawn.height}`);
    },
    highlight(seriesId) {
      chart.dispatchAction({ type: 'downplay' });
      if (seriesId !== null) chart.dispatchAction({ type: 'highlight', seriesId });
    },
    dispose: () => chart.dispose(),
  };
}

/** The drawing as a standing SVG element, without a page. */
export function renderSvg(drawn: Drawn, width: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: drawn.height });
  chart.setOption({ ...drawn.option, animation: false });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
