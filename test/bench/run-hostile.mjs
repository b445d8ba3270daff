// Runs the bench of texts that are made to keep a reader of text busy: node test/bench/run-hostile.mjs [name]…
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, ws: false, watch: null },
});
try {
  const { benchHostile } = await server.ssrLoadModule('/test/bench/bench-hostile.ts');
  await benchHostile(process.argv.slice(2));
} finally {
  await server.close();
}
