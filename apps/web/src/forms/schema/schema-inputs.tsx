import { SchemaControl } from './schema-control.tsx';
import type { SchemaNode } from './schema-fields.ts';
import { type Typed, textIn } from './schema-value.ts';

interface SchemaInputsProps {
  readonly nodes: readonly SchemaNode[];
  readonly typed: Typed;
  readonly onType: (path: string, text: string) => void;
}

/** A form's lines as a JSON Schema wants them; an object inside of it is a group. */
export const SchemaInputs = ({ nodes, typed, onType }: SchemaInputsProps) =>
  nodes.map((node) =>
    node.kind === 'group' ? (
      <fieldset key={node.path} className="field-group">
        <legend className="field-legend">{node.label}</legend>
        {node.hint !== null && <p className="field-hint">{node.hint}</p>}
        <SchemaInputs nodes={node.nodes} typed={typed} onType={onType} />
      </fieldset>
    ) : (
      <SchemaControl
        key={node.path}
        field={node}
        text={textIn(node, typed)}
        onChange={(text) => onType(node.path, text)}
      />
    ),
  );
