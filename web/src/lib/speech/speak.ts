import { getLocale } from '#lib/paraglide/runtime.js';

/** Recorded clips there are, by path: an address each, fetched when somebody taps. */
const clips = import.meta.glob<string>('./clips/*/*.mp3', { query: '?url', import: 'default', eager: true });

let playing: HTMLAudioElement | undefined;

/** A voice is an enhancement: without a clip or a speaking browser there is no button. */
export const canSpeak = (id: string | undefined): boolean =>
  clipOf(id) !== undefined || ('speechSynthesis' in window && 'SpeechSynthesisUtterance' in window);

/** Says a text, by its recorded clip when there is one. Call it from a tap. */
export function speak(text: string, id: string | undefined, ended: () => void): void {
  hush();
  const clip = clipOf(id);
  if (clip !== undefined) {
    playing = new Audio(clip);
    playing.onended = ended;
    void playing.play().catch(ended);
    return;
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = getLocale() === 'zh' ? 'zh-CN' : 'en';
  utterance.rate = 0.9;
  utterance.onend = ended;
  utterance.onerror = ended;
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  playing?.pause();
  playing = undefined;
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

const clipOf = (id: string | undefined) => (id ? clips[`./clips/${getLocale()}/${id}.mp3`] : undefined);
