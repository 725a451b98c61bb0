import type { Rule } from './rule.ts';

/** Any value passes for any type through `unknown`, so such an assertion proves nothing and hides everything. */
export const noDoubleAssertion: Rule = {
  create: (context) => ({
    TSAsExpression(node) {
      if (node.expression.type === 'TSAsExpression') {
        context.report({ node, message: 'Parse or narrow the value instead of asserting its type twice.' });
      }
    },
  }),
};
