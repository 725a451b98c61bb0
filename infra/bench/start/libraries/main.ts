/** Loads the modules that its arguments name, and ends. */
for (const module of process.argv.slice(2)) await import(module);
process.exit(0);
