const twoDigits = (count: number) => String(Math.trunc(Math.abs(count))).padStart(2, '0');

/** "2026-12-01T15:00:00Z" as an input of the kind `datetime-local` has it, in the time zone of this browser. */
export function toLocal(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '';
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The other way round, with the offset that holds at that time. */
export function fromLocal(local: string): string {
  if (local === '') return '';
  const offset = -new Date(local).getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  return `${local.slice(0, 16)}:00${sign}${twoDigits(offset / 60)}:${twoDigits(offset % 60)}`;
}

export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
