import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

import { rubric } from './src/build/plugin.ts';

export default defineConfig({
  // The server's code is for prerendering; the client takes the page over without hydrating it.
  plugins: [rubric(), solid({ ssr: true, solid: { hydratable: false } })],
});
