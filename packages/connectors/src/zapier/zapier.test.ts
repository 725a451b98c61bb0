import { describe, expect, test } from '@jest/globals';
import { hexOfKey } from '../key-forms.ts';
import { describeConnector } from '../testing/connector.contract.ts';
import { bindOperation, createDirectCalls } from '../testing/direct-calls.ts';
import { zapier } from './index.ts';
import { serveZapier } from './testing/stand-in.ts';

const credentials = { hookUrl: 'https://hooks.zapier.com/hooks/catch/123456/canary-hook/' };

describeConnector({
  connector: zapier,
  serve: () => serveZapier(),
  credentials: () => credentials,
  samples: {
    trigger_zap: { input: { data: { title: 'Lunch' } }, bad: { data: { intexuraos_key: 'mine' } } },
  },
});

const bind = (payload: unknown) => bindOperation(zapier, 'trigger_zap', payload);

describe('Zapier', () => {
  const open = createDirectCalls(() => credentials);

  test('the Zap gets the key of the wish among its fields', async () => {
    const { standIn, call } = await open(serveZapier());
    expect(await bind({ data: { title: 'Lunch' } }).run(call)).toEqual({ status: 'success', id: '01a2b3c4' });
    expect(standIn.ledger).toEqual([{ operation: 'trigger_zap', key: hexOfKey(call.key) }]);
  });

  test('a Zap may be started without a word', async () => {
    const { standIn, call } = await open(serveZapier());
    await bind({}).run(call);
    expect(standIn.ledger).toHaveLength(1);
  });

  test.each([404, 500] as const)('no part of the hook is in what went wrong (%d)', async (fault) => {
    const { standIn, call } = await open(serveZapier());
    standIn.always(fault);
    await expect(bind({}).run(call)).rejects.toThrow(/^(?!.*canary).*Zapier/);
  });

  test.each([
    'https://hooks.zapier.com.evil.example/hooks/catch/1/a/',
    'https://evil.example/hooks/catch/1/a/',
    'http://hooks.zapier.com/hooks/catch/1/a/',
    'https://hooks.zapier.com:8443/hooks/catch/1/a/',
    'https://user@hooks.zapier.com/hooks/catch/1/a/',
    'https://hooks.zapier.com/hooks/catch/../../api/',
    'https://hooks.zapier.com/hooks/catch/1/a/?next=http://evil.example',
    'not an address',
  ])('%s is no hook of Zapier', (hookUrl) => {
    expect(zapier.credentialProblems({ hookUrl })).toMatchObject([{ path: 'hookUrl' }]);
  });

  test('shows each field that the Zap gets', () => {
    expect(bind({ data: { title: 'Lunch', guests: ['Ana', 'Ben'] } }).facts).toEqual([
      { label: 'title', value: 'Lunch' },
      { label: 'guests', value: '["Ana","Ben"]' },
    ]);
  });
});
