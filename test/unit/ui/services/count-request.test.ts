import { describe, expect, test } from 'vitest';
import { createCountRequest } from '../../../../src/ui/services/count-request.ts';

const seen = {
  url: 'https://baker.example/posts/bread/',
  title: 'Bread – Baker',
  referrer: 'https://news.example/',
  language: 'fr',
  screen: { width: 390, height: 844 },
};

function bodyOf({ body }: RequestInit): unknown {
  return typeof body === 'string' ? JSON.parse(body) : undefined;
}

describe('createCountRequest', () => {
  test('tells Plausible of a view', () => {
    const counter = { service: 'plausible', url: 'https://plausible.io', site: 'baker' } as const;
    const { url, init } = createCountRequest(counter, seen);
    expect(url).toBe('https://plausible.io/api/event');
    expect(init).toMatchObject({ method: 'POST', mode: 'no-cors', credentials: 'omit' });
    expect(bodyOf(init)).toEqual({
      name: 'pageview',
      domain: 'baker',
      url: seen.url,
      referrer: seen.referrer,
    });
  });

  test('tells GoatCounter of a view', () => {
    const counter = { service: 'goatcounter', url: 'https://b.goatcounter.com', site: '' } as const;
    const { url, init } = createCountRequest(counter, seen);
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe('https://b.goatcounter.com/count');
    expect(Object.fromEntries(searchParams)).toEqual({
      p: '/posts/bread/',
      r: seen.referrer,
      t: seen.title,
      s: '390,844,1',
    });
    expect(init.body).toBeUndefined();
  });

  test('tells Umami of a view', () => {
    const counter = { service: 'umami', url: 'https://u.example', site: '94db' } as const;
    const { url, init } = createCountRequest(counter, seen);
    expect(url).toBe('https://u.example/api/send');
    expect(init.headers).toEqual({ 'Content-Type': 'application/json' });
    expect(bodyOf(init)).toEqual({
      type: 'event',
      payload: {
        website: '94db',
        hostname: 'baker.example',
        url: '/posts/bread/',
        title: seen.title,
        referrer: seen.referrer,
        language: 'fr',
        screen: '390x844',
      },
    });
  });

  test.each(['plausible', 'goatcounter', 'umami'] as const)('sends %s no cookies', (service) => {
    const { init } = createCountRequest({ service, url: 'https://c.example', site: '1' }, seen);
    expect(init).toMatchObject({ credentials: 'omit', keepalive: true });
  });
});
