import { refreshAll } from '$app/navigation';

const LOOK_AGAIN_MS = 2000;

/** For pages without a stream of their own: while something moves, the page looks again. */
export function lookAgain(moving: () => boolean): void {
  $effect(() => {
    if (!moving()) return;
    const timer = setInterval(() => refreshAll(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  });
}
