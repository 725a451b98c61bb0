import { expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { type DatedEvent, writeICalendar } from './write-icalendar.ts';

const lunch: DatedEvent = {
  id: 'e1',
  event: {
    summary: 'Lunch',
    start: '2026-11-30T12:30:00+01:00',
    end: '2026-11-30T13:30:00+01:00',
    timeZone: 'Europe/Warsaw',
  },
  createdAt: Date.UTC(2026, 10, 25, 9),
  updatedAt: Date.UTC(2026, 10, 25, 10),
};
const withFacts = (facts: Partial<DatedEvent['event']>): DatedEvent => ({
  ...lunch,
  event: { ...lunch.event, ...facts },
});

/** As a calendar app reads it, with another library than the one that wrote it. */
function readBack(text: string) {
  const calendar = ICAL.Component.fromString(text);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}
const readOne = (dated: DatedEvent) => {
  const [event] = readBack(writeICalendar([dated]));
  if (!event) throw new Error('the calendar has no event');
  return event;
};

test('an event comes back as it was, under a name that stays', () => {
  const event = readOne(withFacts({ location: 'Main Street 1', description: 'Bring the papers' }));
  expect(event).toMatchObject({ summary: 'Lunch', location: 'Main Street 1', description: 'Bring the papers' });
  expect(event.uid).toBe('e1@intexuraos');
  expect(event.startDate.toJSDate().toISOString()).toBe('2026-11-30T11:30:00.000Z');
  expect(event.endDate.toJSDate().toISOString()).toBe('2026-11-30T12:30:00.000Z');
  expect(writeICalendar([lunch])).toBe(writeICalendar([lunch]));
});

test.each([
  ['in summer', '2026-07-01T09:00:00+02:00', '2026-07-01T07:00:00.000Z'],
  ['in winter', '2026-12-01T09:00:00+01:00', '2026-12-01T08:00:00.000Z'],
  ['in the hour that comes twice, the second time', '2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00.000Z'],
  ['half an hour off', '2026-12-01T09:00:00+05:30', '2026-12-01T03:30:00.000Z'],
  ['on another day in UTC', '2026-12-01T09:00:00+14:00', '2026-11-30T19:00:00.000Z'],
])('a moment %s is the same moment to its reader', (_, start, utc) => {
  const { startDate } = readOne(withFacts({ start, end: start }));
  expect(startDate.zone.tzid).toBe('UTC');
  expect(startDate.toJSDate().toISOString()).toBe(utc);
});

test('whole days stay days, without a zone, and end before their end', () => {
  const { startDate, endDate } = readOne(withFacts({ start: '2026-12-24', end: '2026-12-27', isAllDay: true }));
  expect([startDate.isDate, startDate.toString(), endDate.toString()]).toEqual([true, '2026-12-24', '2026-12-27']);
});

test.each([
  ['punctuation', 'Tea; coffee, or "milk"? C:\\new\\table'],
  ['lines', 'first\nsecond\r\nthird\n\n- fourth'],
  ['what looks like another property', 'x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:forged'],
  ['every script', 'Zażółć gęślą jaźń 日本語 العربية 👩‍👩‍👧‍👦 '.repeat(20)],
])('text keeps its %s', (_, description) => {
  const events = readBack(writeICalendar([withFacts({ description, summary: description })]));
  const kept = description.replaceAll('\r\n', '\n');
  expect(events.map((event) => [event.description, event.summary])).toEqual([[kept, kept]]);
});

test('no line is longer than 75 octets, and each ends as the format wants it', () => {
  const text = writeICalendar([withFacts({ summary: 'Zażółć gęślą jaźń 日本語 👩‍👩‍👧‍👦 '.repeat(30) })]);
  expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
});

test('every event says what RFC 5545 requires: UID, DTSTAMP and DTSTART, and the calendar VERSION and PRODID', () => {
  const calendar = ICAL.Component.fromString(writeICalendar([lunch, { ...lunch, id: 'e2' }]));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(String(calendar.getFirstPropertyValue('prodid'))).toContain('IntexuraOS');
  const events = calendar.getAllSubcomponents('vevent');
  expect(events.map((event) => event.getFirstPropertyValue('uid'))).toEqual(['e1@intexuraos', 'e2@intexuraos']);
  for (const event of events)
    expect(['dtstamp', 'dtstart', 'summary'].every((name) => event.hasProperty(name))).toBe(true);
});

test('who comes along is told in words, because a published calendar invites nobody', () => {
  const text = writeICalendar([withFacts({ attendees: ['Anna', 'boris@example.com'] })]);
  expect(text).not.toMatch(/^(?:ATTENDEE|ORGANIZER|METHOD)/m);
  expect(readBack(text)[0]?.description).toBe('With: Anna, boris@example.com');
});

test('an event that ends where it starts has no end of its own, and an empty calendar is one', () => {
  const { start } = lunch.event;
  expect(writeICalendar([withFacts({ end: start })])).not.toContain('DTEND');
  expect(readBack(writeICalendar([]))).toEqual([]);
});
