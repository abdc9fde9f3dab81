// May a photo that is like none of the bins be called neither? With the rule that decides, in its own numbers.

import { useApp, useAppState } from './appContext.ts';
import { noveltyText } from './sentences.ts';
import { Toggle } from './Toggle.tsx';
import { words } from './words/words.ts';

export function NeitherSwitch() {
  const { actions } = useApp();
  const neither = useAppState(({ history }) => history.present.settings.neither);
  const novelty = useAppState(({ trained }) => trained?.novelty ?? null);
  return (
    <span data-neither-rule={neither ? 'on' : 'off'} data-limit={novelty?.limit} title={noveltyText(novelty)}>
      <Toggle isOn={neither} onChange={(isOn) => actions.set({ neither: isOn })}>
        {words.page.test.allowNeither}
      </Toggle>
    </span>
  );
}

export function NeitherRule() {
  return noveltyText(useAppState(({ trained }) => trained?.novelty ?? null));
}
