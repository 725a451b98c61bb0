import type { Rule } from './rule.ts';

const message =
  'Only the lifecycle moves an action: call a transition of domain/ instead of setting the status of a copy.';

/** `{ ...action, status }` is how a status would change, since an action is readonly; no type and no import shows it. */
export const statusChangesInTheDomain: Rule = {
  create: (context) => ({
    ObjectExpression({ properties }) {
      const status = properties.findIndex(
        (property) =>
          property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'status',
      );
      const copies = properties
        .slice(0, Math.max(status, 0))
        .some(
          (property) =>
            property.type === 'SpreadElement' && ['Identifier', 'MemberExpression'].includes(property.argument.type),
        );
      const node = properties[status];
      if (copies && node) context.report({ node, message });
    },
    AssignmentExpression({ left }) {
      const setsStatus =
        left.type === 'MemberExpression' && left.property.type === 'Identifier' && left.property.name === 'status';
      if (setsStatus) context.report({ node: left, message });
    },
  }),
};
