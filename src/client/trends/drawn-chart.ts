import type { Plot } from '../../render/trends/plot.ts';
import { chartConfig, rowText } from './chart-config.ts';
import { Chart } from './chart-parts.ts';
import { lookOf } from './look.ts';

/** One chart in its box: drawn, drawn anew, read by keyboard, saved as a picture. */
export class DrawnChart {
  readonly #box: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #say: HTMLElement;
  #plot: Plot;
  #chart: Chart<'bar' | 'line' | 'doughnut', (number | null)[], string> | null = null;
  #at = -1;

  /** @param say where the value that the keyboard is at is said */
  constructor(box: HTMLElement, say: HTMLElement, plot: Plot) {
    this.#box = box;
    this.#say = say;
    this.#plot = plot;
    this.#canvas = document.createElement('canvas');
    this.#canvas.tabIndex = 0;
    this.#canvas.setAttribute('role', 'img');
    this.#canvas.addEventListener('keydown', (event) => this.#read(event));
    box.replaceChildren(this.#canvas);
    this.show(plot);
  }

  show(plot: Plot): void {
    this.#plot = plot;
    this.#at = -1;
    this.#canvas.ariaLabel = plot.summary;
    this.#chart?.destroy();
    this.#chart = new Chart(this.#canvas, chartConfig(plot, lookOf(this.#box)));
    // For whoever asks what is drawn: an extension, a test.
    const { datasets } = this.#chart.data;
    this.#canvas.dataset['drawn'] = JSON.stringify(datasets.map(({ data }) => data));
  }

  /** The same in the colours of the page as it is now. */
  redraw(): void {
    this.show(this.#plot);
  }

  /** A picture on the page's colour, in the resolution of the screen. */
  picture(): Promise<Blob | null> {
    const copy = document.createElement('canvas');
    copy.width = this.#canvas.width;
    copy.height = this.#canvas.height;
    const pen = copy.getContext('2d');
    if (pen) {
      pen.fillStyle = lookOf(this.#box).page;
      pen.fillRect(0, 0, copy.width, copy.height);
      pen.drawImage(this.#canvas, 0, 0);
    }
    return new Promise((give) => copy.toBlob(give, 'image/png'));
  }

  #read(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const last = this.#plot.rows.length - 1;
    const next = { Home: 0, End: last }[event.key] ?? (step === undefined ? null : this.#at + step);
    if (next === null || last < 0) return;
    event.preventDefault();
    this.#at = Math.min(last, Math.max(0, next));
    this.#point();
    this.#say.textContent = rowText(this.#plot, this.#at);
  }

  #point(): void {
    const chart = this.#chart;
    if (!chart) return;
    const index = this.#at;
    const active = chart.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index }));
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update();
  }
}
