import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

import { rubric } from './src/publish/plugin.ts';

export default defineConfig({
  plugins: [
    rubric(),
    // The server's code is for prerendering; the client takes the page over without hydrating it.
    // `moduleName`: templates must be made through a Trusted Types policy.
    solid({ ssr: true, solid: { hydratable: false, moduleName: '/src/ui/head/trusted-types.ts' } }),
  ],
});
