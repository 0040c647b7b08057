/** The trends page: charts are loaded when the first one is seen, and follow what the reader chooses. */
import { fill } from '../../i18n/dictionary.ts';
import { trends as dictionary } from '../../i18n/trends.ts';
import type { Trends } from '../../query/trends/types.ts';
import { firstChoice, groupsOf } from '../../render/trends/choices.ts';
import { CHARTS, type ChartId, type Choice, type Plot } from '../../render/trends/plot.ts';
import { plotOf } from '../../render/trends/plot-of.ts';
import { plotCsv, renderTable } from '../../render/trends/render-table.ts';
import { download } from '../download.ts';
import { shownLang } from '../say.ts';
import type { DrawnChart } from './drawn-chart.ts';

let asked: Promise<Trends> | null = null;

/** The numbers, once for all charts; a failure is asked again at the next chart. */
function loadTrends(url: string): Promise<Trends> {
  asked ??= fetch(url).then((answer): Promise<Trends> => {
    if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
    return answer.json();
  });
  asked.catch(() => (asked = null));
  return asked;
}

export function startTrends(): void {
  const url = document.querySelector<HTMLElement>('[data-trends]')?.dataset['trends'];
  if (url === undefined) return;
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        seen.unobserve(target);
        void startFigure(target, url);
      }
    },
    { rootMargin: '200px' },
  );
  for (const figure of document.querySelectorAll('figure[data-chart]')) seen.observe(figure);
}

async function startFigure(figure: HTMLElement, url: string): Promise<void> {
  const box = figure.querySelector<HTMLElement>('.plot');
  const say = figure.querySelector<HTMLElement>('.plot-value');
  const chart = CHARTS.find((id) => id === figure.dataset['chart']);
  if (!box || !say || !chart) return;
  const lang = shownLang();
  try {
    const [trends, { DrawnChart: Drawn }] = await Promise.all([
      loadTrends(url),
      import('./drawn-chart.ts'),
    ]);
    const choice = firstChoice(chart, groupsOf(trends, lang));
    const plot = plotOf(trends, chart, choice, lang);
    follow(figure, { trends, chart, choice, drawn: new Drawn(box, say, plot) });
  } catch (error) {
    console.warn(error);
    box.textContent = fill(dictionary[lang].failed);
  }
}

interface Shown {
  trends: Trends;
  chart: ChartId;
  choice: Choice;
  drawn: DrawnChart;
}

function follow(figure: HTMLElement, { trends, chart, choice, drawn }: Shown): void {
  const lang = shownLang();
  let chosen: Plot | null = null;
  figure.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    Object.assign(choice, {
      [target.name]: target.name === 'span' ? Number(target.value) : target.value,
    });
    chosen = plotOf(trends, chart, choice, lang);
    drawn.show(chosen);
    const table = figure.querySelector('.plot-table');
    if (table) table.innerHTML = renderTable(chosen, lang).source;
    const summary = figure.querySelector('.plot-summary');
    if (summary) summary.textContent = chosen.summary;
  });
  figure.querySelector('a[download]')?.addEventListener('click', (event) => {
    if (!chosen) return; // the file of the site holds what is shown at first
    event.preventDefault();
    download(`${chart}.csv`, new Blob([plotCsv(chosen)], { type: 'text/csv;charset=utf-8' }));
  });
  const png = figure.querySelector<HTMLButtonElement>('.plot-png');
  png?.addEventListener('click', () => {
    void drawn.picture().then((picture) => picture && download(`${chart}.png`, picture));
  });
  if (png) png.disabled = false;
  const redraw = (): void => drawn.redraw();
  new MutationObserver(redraw).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
}
