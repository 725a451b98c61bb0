const cities: ReadonlyMap<string, string> = new Map(
  Intl.supportedValuesOf('timeZone').map((zone) => [
    zone
      .slice(zone.lastIndexOf('/') + 1)
      .replaceAll('_', ' ')
      .toLowerCase(),
    zone,
  ]),
);

/** Zones that people call by a region. */
const regions: ReadonlyMap<string, string> = new Map([
  ['eastern', 'America/New_York'],
  ['central', 'America/Chicago'],
  ['mountain', 'America/Denver'],
  ['pacific', 'America/Los_Angeles'],
  ['uk', 'Europe/London'],
  ['british', 'Europe/London'],
]);

const named = [
  /^\s*\(?(?<name>\p{L}[\p{L} .'’-]{1,30}?) (?:standard |daylight |local )?time\b\)?/iu,
  /^\s*\(?(?<name>\p{Lu}[\p{L} .'’-]{1,30}?) Zeit\b\)?/u,
  /^,?\s*\(?(?:heure d[e'’]|hora de|ora di)\s*(?<name>\p{Lu}[\p{L} .'’-]{1,30})\)?/u,
];

export interface NamedZone {
  /** The words, as they stand in the text. */
  readonly phrase: string;
  /** IANA name; null: nobody knows which. */
  readonly zone: string | null;
}

/** The zone that stands right after a time: "New York time", "Londoner Zeit". Null: there is none. */
export function namedZone(after: string): NamedZone | null {
  const match = named.map((pattern) => pattern.exec(after)).find((found) => found !== null);
  const name = match?.groups?.['name'];
  if (!match || name === undefined) return null;
  const zone = zoneOf(name.toLowerCase());
  return zone === null && !/^\p{Lu}/u.test(name) ? null : { phrase: match[0].trim(), zone };
}

const zoneOf = (name: string): string | null =>
  [name, name.replace(/er$/, '')]
    .map((each) => cities.get(each) ?? regions.get(each))
    .find((zone) => zone !== undefined) ?? null;
