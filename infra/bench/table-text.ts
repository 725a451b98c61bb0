import type { Figure, Table, Target } from './measure.ts';
import { median } from './statistics.ts';

/** A table as Markdown, which a terminal shows as well. */
export function tableText({ title, how, figures, lists = [] }: Table): string {
  const rows = figures.map((figure) => `| ${cells(figure).join(' | ')} |`);
  return [
    `## ${title}`,
    '',
    how,
    '',
    '| | median | lowest to highest | at least | goal | |',
    '|---|---|---|---|---|---|',
    ...rows,
    ...lists.flatMap(({ name, items }) => ['', `${name} (${items.length}): ${counted(items)}.`]),
  ].join('\n');
}

function cells({ name, unit, values, target }: Figure): readonly string[] {
  const middle = median(values);
  const spread = values.length === 1 ? '' : `${shown(Math.min(...values))} to ${shown(Math.max(...values))}`;
  return [name, `${shown(middle)}${unit === '' ? '' : ` ${unit}`}`, spread, ...wanted(target), verdict(middle, target)];
}

function wanted(target: Target | undefined): readonly string[] {
  if (target === undefined) return ['', ''];
  const sign = target.better === 'more' ? '≥' : '≤';
  const bound = (value: number | undefined) => (value === undefined ? '' : `${sign} ${value}`);
  return [bound(target.atLeast), bound(target.goal)];
}

/** Said of the median. */
function verdict(value: number, target: Target | undefined): string {
  if (target === undefined) return '';
  const reaches = (bound: number) => (target.better === 'more' ? value >= bound : value <= bound);
  if (reaches(target.goal)) return 'goal';
  return target.atLeast !== undefined && reaches(target.atLeast) ? 'enough' : 'missed';
}

/** Three digits that count. */
function shown(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** Equal items once, with how many there are. */
const counted = (items: readonly string[]): string =>
  [...Map.groupBy(items, (item) => item)]
    .map(([item, same]) => (same.length === 1 ? item : `${same.length} × ${item}`))
    .join('; ');
