import { type Plugin, rolldown } from 'rolldown';
import { root } from '../tree/root.ts';

/**
 * A service with all that it uses as a handful of files: its own modules and those of its libraries are some nine hundred,
 * and to find, read and link them takes more time and memory than to run them. What is imported on demand stays a file
 * of its own. Functions keep their names, so that an operator can read a stack; spaces and comments would stay in memory
 * with the source.
 */
export async function bundle(app: string, into: string): Promise<void> {
  const build = await rolldown({
    input: { main: `${app}/src/main.ts` },
    cwd: root,
    platform: 'node',
    resolve: { conditionNames: ['source', 'node'] },
    // Google's clients look for their files beside themselves.
    transform: { define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' } },
    onLog: () => undefined,
    plugins: [requiredHttp],
  });
  await build.write({
    dir: into,
    format: 'esm',
    entryFileNames: '[name].js',
    comments: false,
    minify: { compress: false, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
    plugins: [inAscii],
  });
  await build.close();
}

/**
 * Imported as a module of JavaScript, Node's `http` shows all it exports, and with that loads Node's own `fetch`: a
 * twentieth of a start, and memory that nobody uses.
 */
const requiredHttp: Plugin = {
  name: 'required-http',
  resolveId: (id) => (/^(node:)?https?$/.test(id) ? `${required}${id}` : null),
  load: (id) =>
    id.startsWith(required) ? `module.exports = process.getBuiltinModule('${id.slice(required.length)}');` : null,
};

const required = '\0required:';

/** One letter beyond Latin makes V8 keep the whole file with two bytes for each. */
const inAscii: Plugin = {
  name: 'in-ascii',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = escaped(file.code);
  },
};

const escaped = (code: string): string =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
