import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tree/root.ts';
import { generatedFiles } from './generated-files.ts';

for (const { path, content } of generatedFiles) {
  writeFileSync(join(root, path), await content());
  console.log(`wrote ${path}`);
}
