import { describe, expect, test } from 'vitest';
import {
  parseWorkerReply,
  parseWorkerRequest,
} from '../../../../src/content/files/render-message.ts';
import type { WorkerReply, WorkerRequest } from '../../../../src/content/files/render-message.ts';
import { testSite } from '../../../support/create-meta.ts';

const request = {
  kind: 'render',
  id: 3,
  job: {
    bytes: new ArrayBuffer(2),
    path: 'a.md',
    collection: 'posts',
    site: testSite,
    base: '/',
    today: '2026-01-01',
    shortcodes: { note: '<p>' },
    known: {
      permalink: '/posts/a/',
      title: 'A',
      references: { 'a.png': '/posts/a.png' },
      images: { '/posts/a.png': { width: 1, height: 2 } },
    },
  },
} as const satisfies WorkerRequest;

const reply = {
  kind: 'rendered',
  id: 3,
  outcome: {
    facts: {
      card: {
        id: -1,
        path: 'a.md',
        permalink: '/posts/a/',
        title: 'A',
        day: undefined,
        minutes: 1,
        keywords: [],
        summary: '',
        language: undefined,
      },
      date: { day: '2020-01-01', instant: undefined },
      updated: undefined,
      author: undefined,
      description: undefined,
      image: undefined,
      isHidden: false,
    },
    html: '<p>',
    headings: [{ level: 2, id: 'a', text: 'A' }],
  },
} as const satisfies WorkerReply;

describe('parseWorkerRequest', () => {
  test.each<WorkerRequest>([
    request,
    { kind: 'prepare', needs: ['code'], languages: ['rust'] },
    { kind: 'ping' },
  ])('takes a message as it was sent: %#', (message) => {
    expect(parseWorkerRequest(structuredClone(message))).toEqual(message);
  });

  test.each<[unknown, string]>([
    ['x', 'message to the render worker  The data is `x`; an object was expected.'],
    [{ kind: 'stop' }, '`kind` is `stop`; `render` or `prepare` or `ping` was expected.'],
    [{ ...request, id: -1 }, '`id` is `-1`; a whole number from 0 on was expected.'],
    [
      { ...request, job: { ...request.job, bytes: 'x' } },
      '`bytes` is `x`; an array of bytes was expected.',
    ],
    [
      { ...request, job: { ...request.job, site: {} } },
      'job: site  `title` is missing; text was expected.',
    ],
    [
      { ...request, job: { ...request.job, site: { ...testSite, math: 'yes' } } },
      'job: site  `math` is `yes`; `true` or `false` was expected.',
    ],
    [
      { ...request, job: { ...request.job, site: { ...testSite, navigation: [{}] } } },
      'job: site: navigation[0]  `title` is missing; text was expected.',
    ],
    [
      { ...request, job: { ...request.job, shortcodes: { a: 1 } } },
      'job: shortcodes  `a` is `1`; a template was expected.',
    ],
  ])('rejects %j', (message, expected) => {
    expect(() => parseWorkerRequest(message)).toThrow(expected);
  });
});

describe('parseWorkerReply', () => {
  test.each<WorkerReply>([
    reply,
    { ...reply, outcome: { ...reply.outcome, facts: undefined } },
    { kind: 'ready' },
    { kind: 'pong' },
    { kind: 'failed', id: 1, message: 'x' },
  ])('takes a message as it was sent: %#', (message) => {
    expect(parseWorkerReply(structuredClone(message))).toEqual(message);
  });

  test.each<[unknown, string]>([
    [null, 'message from the render worker  The data is `null`; an object was expected.'],
    [
      { ...reply, outcome: { ...reply.outcome, html: 1 } },
      'outcome  `html` is `1`; text was expected.',
    ],
    [
      { ...reply, outcome: { ...reply.outcome, headings: [{}] } },
      'headings[0]  `level` is missing;',
    ],
  ])('rejects %j', (message, expected) => {
    expect(() => parseWorkerReply(message)).toThrow(expected);
  });
});
