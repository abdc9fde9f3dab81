// Everything that is said to those who do not see it: see said.ts.

import type { AppStore } from '../../store/state.ts';
import { say } from './said.ts';
import { tellMachine } from './tellMachine.ts';
import { tellNews } from './tellNews.ts';
import { tellSteps } from './tellSteps.ts';

/** From now on, in whatever language the page speaks then. */
export function listen(store: AppStore): void {
  tellMachine(store, say);
  tellSteps(store, say);
  tellNews(store, say);
}
