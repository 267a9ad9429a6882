import { getLocale } from '#lib/paraglide/runtime.js';

/** What is used of the browser's own recogniser; no type library describes it yet. */
interface Recogniser {
  lang: string;
  onresult: (event: { readonly results: readonly (readonly { readonly transcript: string }[])[] }) => void;
  onend: () => void;
  start(): void;
  abort(): void;
}
type Recognisers = Readonly<
  Partial<Record<'SpeechRecognition' | 'webkitSpeechRecognition', new () => Recogniser>>
>;

/** Listens to one utterance, answers its words or nothing when none came. Returns a way to stop. */
export function hear(done: (words: string | undefined) => void): () => void {
  const { SpeechRecognition, webkitSpeechRecognition } = window as unknown as Recognisers;
  const recogniser = new (SpeechRecognition ?? webkitSpeechRecognition)!();
  recogniser.lang = getLocale() === 'zh' ? 'zh-CN' : 'en';
  let words: string | undefined;
  recogniser.onresult = ({ results }) => {
    words = results[0]?.[0]?.transcript.replace(/[\s\p{P}]+$/u, '') || undefined;
  };
  // An error ends it as well.
  recogniser.onend = () => done(words);
  recogniser.start();
  return () => recogniser.abort();
}
