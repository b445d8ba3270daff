import { given, toLanguage, toSiteUrl } from './common-settings.ts';
import { readProgram } from './javascript.ts';
import type { Project } from './project.ts';
import type { ImportNote, Reading } from './reading.ts';

/** A vault of Obsidian and its like, or a site that Quartz makes of one. @see https://quartz.jzhao.xyz/configuration */
export function readVault(project: Project): Reading {
  const quartz = readProgram(project, /^quartz\.config\.ts$/);
  const isQuartz = quartz.file !== '';
  const base = quartz.find('baseUrl');
  const hasContent = isQuartz && project.hasFolder('content');
  const drafts = /ExplicitPublish/.test(quartz.text);
  return {
    settings: given({
      title: quartz.find('pageTitle'),
      url: toSiteUrl(
        base === undefined ? undefined : `https://${base.replace(/^https?:\/\//, '')}`,
      ),
      language: toLanguage(quartz.find('locale')),
      generator: isQuartz ? 'quartz' : undefined,
      permalink: isQuartz ? '/:path/' : undefined,
      posts: hasContent ? 'content' : '',
      vault: true,
      math: isQuartz && /Plugin\.Latex/.test(quartz.text) ? true : undefined,
    }),
    notes: [
      ...quartz.listUnread(['baseUrl', 'pageTitle']),
      ...(drafts
        ? [
            quartz.note(
              'hand',
              /ExplicitPublish/,
              'Only notes with `publish: true` were published; here all are, but for those with `publish: false` or `draft: true`.',
            ),
          ]
        : []),
      ...listRootNotes(project, hasContent ? 'content/' : ''),
    ],
    templates: [],
    statics:
      isQuartz && project.hasFolder('quartz/static')
        ? [{ from: 'quartz/static', to: 'static' }]
        : [],
  };
}

function listRootNotes(project: Project, content: string): readonly ImportNote[] {
  const home = `${content}index.md`;
  if (!project.paths.includes(home)) return [];
  return [
    {
      kind: 'different',
      file: home,
      message: 'The first page is the list of posts; this note has a page of its own.',
    },
  ];
}
