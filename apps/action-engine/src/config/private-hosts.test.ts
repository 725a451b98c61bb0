import { expect, test } from '@jest/globals';
import { PrivateHosts } from './private-hosts.ts';

test('each connector has hosts of its own, and none unless somebody names them', () => {
  expect(PrivateHosts.parse(undefined)).toEqual({});
  expect(PrivateHosts.parse('home_assistant=homeassistant.local, email=10.0.0.7,home_assistant=[fd00::7]')).toEqual({
    home_assistant: ['homeassistant.local', '[fd00::7]'],
    email: ['10.0.0.7'],
  });
});

test.each(['homeassistant.local', 'fax=10.0.0.7', 'constructor=10.0.0.7', 'http=', 'http=a b', 'http=a=b'])(
  '"%s" is refused, with what was expected',
  (list) => {
    expect(PrivateHosts.safeParse(list).error?.issues).toMatchObject([
      { message: expect.stringContaining('home_assistant=homeassistant.local') },
    ]);
  },
);
