const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric' });

const hoursOfADay = 24;
const parts = 4;

/** Names for moments at even distances along an axis of hours: times of a day, or days. */
export function timesOf(hours: readonly string[]): readonly string[] {
  const format = hours.length > hoursOfADay ? day : clock;
  const places = Array.from({ length: parts + 1 }, (_, part) => Math.round((part / parts) * (hours.length - 1)));
  return places.flatMap((place) => hours.slice(place, place + 1)).map((hour) => format.format(new Date(hour)));
}
