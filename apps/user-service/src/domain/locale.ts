/** The zone as the runtime spells it, or null when it knows no such IANA name. A mere offset is none: it has no summer. */
export function toTimeZone(written: string): string | null {
  if (/^[+-]/.test(written)) return null;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions();
    // For an alias the runtime may answer with an older name than the person knows.
    return timeZone.toLowerCase() === written.toLowerCase() ? timeZone : written;
  } catch {
    return null;
  }
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The BCP 47 tag in its usual form (`pt-BR`), or null when the runtime knows no such language. */
export function toLanguage(written: string): string | null {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(written);
    return languages.of(tag) === undefined ? null : tag;
  } catch {
    return null;
  }
}
