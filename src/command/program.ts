import { join } from 'node:path';

import { Command, InvalidArgumentError, Option } from 'commander';

import { packageRoot, readManifest } from '../publish/package/package-root.ts';
import { headerHosts } from '../publish/output/host-headers.ts';
import type {
  BuildFlags,
  DoctorFlags,
  ImportFlags,
  InitFlags,
  NewPostFlags,
  ServerFlags,
} from './base/flags.ts';
import { requireBlog } from './base/require-blog.ts';

const exitNote = `
Exit codes: 0 done, 1 it failed, 2 called wrongly.
Without FOLDER the blog is the folder you are in. RUBRIC_SITE=FILE names another settings file.`;

/**
 * The command with all its parts. Each part loads its code when it is asked for, so that `--help` answers at once. Errors
 * are thrown, also by Commander: nothing here ends the process.
 */
export function createProgram(): Command {
  const program = new Command('rubric')
    .description('A blog that is a folder of Markdown.')
    .version(readManifest(join(packageRoot, 'package.json')).version ?? '0', '-v, --version')
    .helpCommand(false)
    .showHelpAfterError('Run `rubric --help` for all commands and options.')
    .addHelpText('after', exitNote)
    .exitOverride();
  const parts = [init(), newPost(), dev(), build(), preview(), importing(), doctor()];
  for (const part of parts) program.addCommand(part.copyInheritedSettings(program));
  return program;
}

function init(): Command {
  return new Command('init')
    .summary('start a blog in a folder')
    .description(
      'Writes a blog that builds at once: settings, a first post, a workflow that publishes it on GitHub Pages.',
    )
    .argument('[folder]', 'folder of the blog; made if it is not there', '.')
    .option('--title <text>', 'title of the blog', 'My blog')
    .option('--package', 'write a package.json too, which keeps the version of Rubric')
    .option('--from <spec>', 'where npm gets Rubric: a version, a tarball or a repository')
    .action(async (folder: string, options: InitFlags) => {
      const { initBlog } = await import('./init/init-blog.ts');
      initBlog(folder, options);
    });
}

function newPost(): Command {
  return new Command('new')
    .summary('start a post')
    .description('Writes an empty post of today, with the front matter that your other posts have.')
    .argument('<title>', 'title of the post')
    .option('--bundle', 'a folder with an index.md, for pictures beside the text')
    .option('--draft', 'keep it from readers until the line is removed')
    .option('--keywords <list>', 'keywords with commas between them')
    .option('--in <folder>', 'folder below that of the posts')
    .option('--edit', 'open it in $EDITOR')
    .action(async (title: string, options: NewPostFlags) => {
      requireBlog('.');
      const { startPost } = await import('./write/new-post.ts');
      await startPost(title, options);
    });
}

function dev(): Command {
  return withServer(new Command('dev'))
    .summary('serve the blog while you write')
    .description('Serves the blog and shows at once what you save, drafts included.')
    .action(async (folder: string, options: ServerFlags) => {
      requireBlog(folder);
      const { runDev } = await import('./run-dev.ts');
      await runDev(folder, options);
    });
}

function build(): Command {
  return withFolder(new Command('build'))
    .summary('write the blog for publishing')
    .description('Writes every page and file of the blog. Fails only for a mistake in site.toml.')
    .option('--base <path>', 'path the blog lives under; default: that of the setting `url`')
    .option('--outDir <folder>', 'folder to write to', 'dist')
    .addOption(
      new Option('--headers <host>', 'write the file of headers for this host').choices(
        headerHosts,
      ),
    )
    .option('--emptyOutDir', 'no effect: what is no longer published is always removed')
    .action(async (folder: string, options: BuildFlags) => {
      requireBlog(folder);
      const { runBuild } = await import('./run-build.ts');
      await runBuild(folder, options);
    });
}

function preview(): Command {
  return withServer(new Command('preview'))
    .summary('serve what was built')
    .description('Serves what `rubric build` wrote, by the rules of GitHub Pages.')
    .option('--outDir <folder>', 'folder that was written to', 'dist')
    .action(async (folder: string, options: ServerFlags & BuildFlags) => {
      requireBlog(folder);
      const { runPreview } = await import('./run-preview.ts');
      await runPreview(folder, options);
    });
}

function importing(): Command {
  return new Command('import')
    .summary('move a blog of another generator in')
    .description(
      'Reads a project of Zola, Hugo, Jekyll, Astro or Eleventy, or a vault, and writes settings by which its addresses stay. The project is not changed.',
    )
    .argument('<folder>', 'folder of the project')
    .option('--into <folder>', 'folder of the blog', '.')
    .option('--copy', 'copy the content; else the settings point at it')
    .option('--dry-run', 'show everything and write nothing')
    .option('--all', 'list every address and note')
    .action(async (folder: string, options: ImportFlags) => {
      const { runImport } = await import('./run-import.ts');
      await runImport(folder, options);
    });
}

function doctor(): Command {
  const formats = ['text', 'json', 'sarif', 'github'];
  return withFolder(new Command('doctor'))
    .summary('look for what is wrong or would surprise')
    .description('Looks through the whole blog: posts left out, links, pictures, settings, files.')
    .addOption(
      new Option('--format <name>', 'form of the findings').choices(formats).default('text'),
    )
    .option('--json', 'as `--format json`')
    .option('--all', 'list every finding')
    .option('--strict', 'fail for warnings too')
    .option('--external', 'follow links to other sites')
    .option('--fix', 'show safe repairs and make them after a yes')
    .option('--yes', 'with `--fix`: make them without asking')
    .option('--base <path>', 'path the blog lives under; default: that of the setting `url`')
    .action(async (folder: string, options: DoctorFlags) => {
      requireBlog(folder);
      const { runDoctor } = await import('./run-doctor.ts');
      await runDoctor(folder, options);
    });
}

function withFolder(command: Command): Command {
  return command.argument('[folder]', 'folder of the blog', '.');
}

function withServer(command: Command): Command {
  return withFolder(command)
    .option('--port <number>', 'port; if it is taken, the next free one', readPort)
    .option('--host [address]', 'let other devices in, such as your phone')
    .option('--open', 'open the browser')
    .option('--base <path>', 'path the blog lives under; default: that of the setting `url`');
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 0 to 65535.');
}
