import { texts } from '../texts.ts';

const labels: Readonly<Record<string, string>> = texts.fields;

/** `dueDate` and `due_date` are "Due date", unless there is a better word for it. */
export function fieldLabel(name: string): string {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' ').toLowerCase();
  return labels[name] ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
