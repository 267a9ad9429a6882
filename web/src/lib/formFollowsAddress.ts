import { afterNavigate } from '$app/navigation';

/**
 * For search forms, whose defaults come from the address: after each navigation the form says what the
 * address says. What was typed before the scripts came is left alone.
 */
export function formFollowsAddress(form: () => HTMLFormElement | undefined): void {
  afterNavigate(({ type }) => {
    if (type !== 'enter') form()?.reset();
  });
}
