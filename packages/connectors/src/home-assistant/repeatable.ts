import type { CallService } from './schema.ts';

/** What a service does that brings about a state, whatever it was before: twice is the same as once. */
const settling = [
  /^turn_(on|off)$/,
  /^set_/,
  /^select_option$/,
  /^(open|close|stop)_(cover|valve)(_tilt)?$/,
  /^(un)?lock$/,
  /^alarm_(disarm|arm_\w+)$/,
  /^volume_(set|mute)$/,
  /^media_(play|pause|stop)$/,
  /^select_source$/,
  /^return_to_base$/,
];

/** Here names say nothing: a script may do anything, a message is a message, and homeassistant.turn_on runs scripts too. */
const unsettled = ['homeassistant', 'notify', 'python_script', 'pyscript', 'rest_command', 'script', 'shell_command'];

/** Fields that count from where a thing is: twice is twice as far. */
const relative = /(^|_)step(_pct)?$/;

/** Whether a call may be made again when nobody knows whether the first one arrived. */
export function isRepeatable({ service, data = {} }: Pick<CallService, 'service' | 'data'>): boolean {
  const [domain = '', name = ''] = service.split('.');
  if (unsettled.includes(domain) || Object.keys(data).some((field) => relative.test(field))) return false;
  return settling.some((pattern) => pattern.test(name));
}
