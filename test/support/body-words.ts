import {
  createBodyWords,
  createPolicyWords,
} from '../../src/content/messages/create-body-words.ts';
import { en } from '../../src/content/messages/languages/en.ts';
import type { BodyWords, PolicyWords } from '../../src/content/model/body-words.ts';

/** The words of a body in English. */
export const bodyWords: BodyWords = createBodyWords(en, 'en');

/** The sanitizers' words in English. */
export const policyWords: PolicyWords = createPolicyWords(en.policy);
