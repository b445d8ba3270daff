import { type JSX, Match, Switch } from 'solid-js';
import type { PostBody } from '../../content/model/library.ts';
import { useApp } from '../frame/app-context.ts';
import { strings } from '../words/strings.ts';
import { sourceStrings } from '../words/strings-source.ts';
import { PageNote } from '../list/PageNote.tsx';

export interface SourceBodyProps {
  readonly body: PostBody;
}

/** What stands for a body that has no HTML: its source with a note, or that it is empty. */
export default function SourceBody(props: SourceBodyProps): JSX.Element {
  const app = useApp();
  const source = (): (PostBody & { kind: 'source' }) | undefined =>
    props.body.kind === 'source' ? props.body : undefined;
  return (
    <div class="post-body text-column">
      <Switch>
        <Match when={source()}>
          {(body) => (
            <div class="prose">
              <PageNote title={sourceStrings.title}>
                <p>{body().reason === 'timeout' ? sourceStrings.timeout : sourceStrings.failed}</p>
              </PageNote>
              {/* Scrolls sideways, so it can be reached by keyboard. */}
              <pre tabindex="0" role="region" aria-label={sourceStrings.label}>
                {body().text}
              </pre>
            </div>
          )}
        </Match>
        <Match when={props.body.kind === 'empty'}>
          <div class="prose">
            <p>{strings.emptyBody}</p>
            <p>
              <a href={app.href('/')}>{strings.home}</a>
            </p>
          </div>
        </Match>
      </Switch>
    </div>
  );
}
