// A newer version of the page has come. Nothing changes under anybody's hands: it is opened when they say so, or next time.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAppState } from './appContext.ts';
import { Banner } from './Banner.tsx';
import panel from './panel.module.css';

export function UpdateBanner() {
  const update = useAppState(({ offline }) => offline.update);
  const [later, setLater] = useState<typeof update>(null);
  if (!update || later === update) return null;
  return (
    <section role="status" data-update="">
      <Banner
        heading="A newer version of Binsight is there"
        isCalm
        buttons={
          <>
            <Button className={panel.button ?? ''} onPress={update}>
              Open it now
            </Button>
            <Button className={panel.button ?? ''} onPress={() => setLater(() => update)}>
              Later
            </Button>
          </>
        }
      >
        It opens by itself the next time. Your photos and bins stay as they are.
      </Banner>
    </section>
  );
}
