// A newer version of the page has come. Nothing changes under anybody's hands: it is opened when they say so, or next time.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAppState } from './appContext.ts';
import { Banner } from './Banner.tsx';
import panel from './panel.module.css';
import { words } from './words/words.ts';

export function UpdateBanner() {
  const update = useAppState(({ offline }) => offline.update);
  const [later, setLater] = useState<typeof update>(null);
  if (!update || later === update) return null;
  const says = words.page.update;
  return (
    <section role="status" data-update="">
      <Banner
        heading={says.title}
        isCalm
        buttons={
          <>
            <Button className={panel.button ?? ''} onPress={update}>
              {says.now}
            </Button>
            <Button className={panel.button ?? ''} onPress={() => setLater(() => update)}>
              {says.later}
            </Button>
          </>
        }
      >
        {says.what}
      </Banner>
    </section>
  );
}
