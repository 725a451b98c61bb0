import type { Rule } from './rule.ts';

const time =
  "Take the time from the Clock port (kernel), so that a test can set it. Only adapters and main.ts read the machine's clock.";
const chance = 'Take ids and chance from the Random port (kernel), so that a seeded run can be repeated.';

const ambientCalls: Readonly<Record<string, string>> = {
  'Date.now': time,
  'performance.now': time,
  'process.hrtime': time,
  'Math.random': chance,
  'crypto.randomUUID': chance,
  'crypto.getRandomValues': chance,
};
const ambientImports = ['randomUUID', 'randomBytes', 'randomInt'];

/** Time and chance are ports: whatever decides something must give the same answer when it is asked again. */
export const noAmbientTimeOrChance: Rule = {
  create: (context) => ({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
      const message = ambientCalls[`${node.object.name}.${node.property.name}`];
      if (message) context.report({ node, message });
    },
    NewExpression(node) {
      const readsClock =
        node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0;
      if (readsClock) context.report({ node, message: time });
    },
    ImportSpecifier(node) {
      const name = node.imported.type === 'Identifier' ? node.imported.name : '';
      if (ambientImports.includes(name)) context.report({ node, message: chance });
    },
  }),
};
