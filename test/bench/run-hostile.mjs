// Runs the bench of texts that are made to keep a reader of text busy: node test/bench/run-hostile.mjs [name]…
import { createServer } from 'vite';

const settings = {
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
};
// Posts are rendered with modules that a plugin makes; it is TypeScript itself.
const tools = await createServer(settings);
const { generatedModules } = await tools.ssrLoadModule('/src/publish/render/generated-modules.ts');
const server = await createServer({ ...settings, plugins: [generatedModules()] });
try {
  const { benchHostile } = await server.ssrLoadModule('/test/bench/bench-hostile.ts');
  await benchHostile(process.argv.slice(2));
} finally {
  await server.close();
  await tools.close();
}
