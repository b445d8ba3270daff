import type { JSX } from 'solid-js';
import { useApp } from '../frame/app-context.ts';
import { themeName } from '../words/strings.ts';
import { cycleTheme, theme } from './theme.ts';

/** Goes through the themes: automatic, light, dark. */
export function ThemeButton(): JSX.Element {
  const app = useApp();
  return (
    <button
      class="tool"
      type="button"
      aria-label={themeName(theme())}
      onClick={() => app.announcer.say(themeName(cycleTheme()))}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle
          cx="10"
          cy="10"
          r="7.25"
          fill={theme() === 'dark' ? 'currentColor' : 'none'}
          stroke="currentColor"
          stroke-width="1.5"
        />
        <path
          d={theme() === 'automatic' ? 'M10 2.75a7.25 7.25 0 0 1 0 14.5z' : ''}
          fill="currentColor"
        />
      </svg>
    </button>
  );
}
