import { z } from 'zod';
import type { Platform, StandInAnswer, StandInRequest } from '../../testing/http-stand-in.ts';
import { serveStandIn } from '../../testing/http-stand-in.ts';
import type { Effect } from '../../testing/stand-in.ts';

const plain = (status: number, body: string): StandInAnswer => ({ status, body });
const refusals: Readonly<Record<number, StandInAnswer>> = {
  400: plain(400, '400: Bad Request'),
  401: plain(401, '401: Unauthorized'),
  403: plain(403, '403: Forbidden'),
  404: { status: 404, body: { message: 'Entity not found.' } },
};

type Tell = (effect: Effect) => void;
const Data = z.record(z.string(), z.json());
const changes: Readonly<Record<string, (state: string) => string>> = {
  turn_on: () => 'on',
  turn_off: () => 'off',
  toggle: (state) => (state === 'on' ? 'off' : 'on'),
};

/** Home Assistant's REST API as far as it is used: https://developers.home-assistant.io/docs/api/rest */
function homeAssistantPlatform(): Platform {
  const states = new Map([
    ['light.kitchen', 'off'],
    ['sensor.outside', '4.5'],
  ]);
  const shown = (entity_id: string) => ({
    entity_id,
    state: states.get(entity_id) ?? 'unknown',
    attributes: { friendly_name: entity_id },
    last_changed: '2026-11-25T12:00:00+00:00',
  });
  const service = ({ path, query, body }: StandInRequest, effect: Tell): StandInAnswer => {
    const [, , , domain = '', name = ''] = path.split('/');
    const data = Data.parse(body);
    // An entity service takes no target of its own.
    if (changes[name] === undefined || 'target' in data) return plain(400, '400: Bad Request');
    const ids = [data['entity_id'] ?? []].flat().map((id) => (typeof id === 'string' ? id : ''));
    const changed = ids.filter((id) => changes[name]?.(states.get(id) ?? '') !== states.get(id));
    for (const id of changed) states.set(id, changes[name]?.(states.get(id) ?? '') ?? '');
    if (changed.length > 0) effect({ operation: 'call_service', key: `${domain}.${name} ${changed.join(' ')}` });
    const changed_states = changed.map(shown);
    return {
      status: 200,
      body: query.has('return_response') ? { changed_states, service_response: {} } : changed_states,
    };
  };
  const state = (entityId: string): StandInAnswer =>
    states.has(entityId) ? { status: 200, body: shown(entityId) } : (refusals[404] ?? plain(404, ''));
  const event = (type: string, effect: Tell): StandInAnswer => {
    effect({ operation: 'fire_event', key: type });
    return { status: 200, body: { message: `Event ${type} fired.` } };
  };
  return {
    refusal: (status) => refusals[status] ?? plain(status, `${status}: Server Error`),
    answer(request, effect) {
      const { path, headers, body } = request;
      if (!headers.authorization?.startsWith('Bearer canary-')) return plain(401, '401: Unauthorized');
      if (path === '/api/template') return plain(200, z.object({ template: z.string() }).parse(body).template);
      if (path === '/api/states') return { status: 200, body: [...states.keys()].map(shown) };
      const last = path.split('/').at(-1) ?? '';
      if (path.startsWith('/api/states/')) return state(last);
      return path.startsWith('/api/events/') ? event(last, effect) : service(request, effect);
    },
  };
}

export const serveHomeAssistant = (port?: number) => serveStandIn(homeAssistantPlatform(), port);
