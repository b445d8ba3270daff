import { formatSpec } from './new-blog.ts';
import type { NewBlog } from './new-blog.ts';

/**
 * The workflow that publishes a blog on GitHub Pages. Actions are named by the hash of a commit, so that nobody can put
 * other code in their place.
 */
export function formatWorkflow(blog: NewBlog): string {
  return `# Publishes the blog on GitHub Pages with each push to \`main\`.
# Switch Pages on first: in the repository, Settings, Pages, Source: GitHub Actions.
name: Publish

on:
  push:
    branches: [main]
  workflow_dispatch:
  # Posts of the future appear on their day with this line switched on: it builds the blog each night.
  # schedule: [{ cron: '17 4 * * *' }]

permissions: {}

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  publish:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
      - id: pages
        uses: actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0
      - name: Say what is missing
        if: failure() && steps.pages.outcome == 'failure'
        run: |
          echo '::error title=Pages is not switched on::In the repository: Settings, Pages, Source: GitHub Actions. Then run this workflow again.'
${formatInstall(blog)}
        env:
          # Used where site.toml has no \`url\`.
          RUBRIC_URL: \${{ steps.pages.outputs.base_url }}
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: dist
          include-hidden-files: true
      - id: deployment
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
`;
}

/** The steps that install Rubric and build the blog; the last one is open for its variables. */
function formatInstall({ hasPackage, source }: NewBlog): string {
  if (!hasPackage) return `      - run: npx --yes --package=${formatSpec(source)} rubric build`;
  return `      - run: npm install
      - run: npm run build`;
}
