import styles from './chart.module.css';

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The HTML of a chart's tooltip: a title and rows of a label with its figure. */
export function tip(title: string, rows: readonly (readonly [string, string])[]): string {
  const cells = rows.map(
    ([label, value]) => `<span>${escaped(label)}</span><b class="num">${escaped(value)}</b>`,
  );
  return `<strong>${escaped(title)}</strong><div class="${styles.tip}">${cells.join('')}</div>`;
}
