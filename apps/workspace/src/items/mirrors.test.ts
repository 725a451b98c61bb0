import { describe, expect, test } from '@jest/globals';
import { googleEventOf } from './calendar/google-event-of.ts';
import { errandOf } from './define.ts';
import { itemKind, kindNames } from './index.ts';
import { linearIssueOf } from './linear/linear-issue-of.ts';
import { todo } from './todo/index.ts';

test('notes, to-dos, events and issues are mirrored, the rest is not', () => {
  expect(kindNames.filter((name) => errandOf(itemKind(name)) === 'mirror')).toEqual([
    'calendar',
    'linear',
    'note',
    'todo',
  ]);
});

describe('an event in Google Calendar', () => {
  const lunch = {
    summary: 'Lunch',
    start: '2026-11-30T12:00:00+01:00',
    end: '2026-11-30T13:00:00+01:00',
    timeZone: 'Europe/Warsaw',
  };

  test('has guests in its text, and invites nobody', () => {
    const event = googleEventOf({ ...lunch, attendees: ['Ana', 'bo@example.com'], description: 'Soup' });
    expect(event).toMatchObject({ description: 'With: Ana, bo@example.com\n\nSoup', notify: false });
    expect(event).not.toHaveProperty('attendees');
  });

  test('has no description where nothing was said, and no more than Google takes', () => {
    expect(googleEventOf(lunch)).not.toHaveProperty('description');
    const long = googleEventOf({ ...lunch, description: 'x'.repeat(20_000) });
    expect(long['description']).toBe('x'.repeat(8_000));
  });
});

describe('an issue in Linear', () => {
  test('has the priority of Linear’s scale, and names the team that was said', () => {
    expect(linearIssueOf({ title: 'The door squeaks', priority: 'high', team: 'Home' })).toEqual({
      title: 'The door squeaks',
      description: 'Team: Home',
      priority: 2,
    });
  });

  test('whose title is too long has all of it in the description', () => {
    const title = 'squeak '.repeat(100);
    expect(linearIssueOf({ title, description: 'Oil it' })).toEqual({
      title: `${title.slice(0, 254)}…`,
      description: `${title}\n\nOil it`,
    });
  });
});

test('a to-do for a moment is due on the day where it was said', () => {
  const { mirror } = todo;
  expect(mirror?.payload({ title: 'Milk', tags: [], dueDate: '2026-11-30T23:30:00+14:00' })).toEqual({
    title: 'Milk',
    due_date: '2026-11-30',
  });
});
