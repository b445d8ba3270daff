import type { JobWords } from '../../content/files/render-message.ts';
import { createPolicyWords } from '../../content/messages/create-body-words.ts';
import { loadMessages } from '../../content/messages/load-messages.ts';
import type { PolicyWords } from '../../content/model/body-words.ts';

/** The words of a body in another language than the blog's. */
export interface PostWords {
  /** For the sanitizer. */
  readonly policy: PolicyWords;
  /** For the renderer. */
  readonly body: JobWords;
}

/** The words of a body in `language`, which are fetched; `undefined` where there are none. */
export async function loadWords(language: string): Promise<PostWords | undefined> {
  const loaded = await loadMessages(language);
  if (loaded === undefined) return undefined;
  const { policy, body, callouts } = loaded.messages;
  return {
    policy: createPolicyWords(policy),
    body: { language, policy, body, callouts },
  };
}
