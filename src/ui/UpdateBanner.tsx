// A newer version of the page has come. Nothing changes under anybody's hands: it is opened when they say so, or once no tab
// has the older one any more. Until then a reload brings the older one again, and this with it.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAppState } from './appContext.ts';
import { Banner } from './Banner.tsx';
import panel from './panel.module.css';
import { words } from './words/words.ts';

export function UpdateBanner() {
  const update = useAppState(({ offline }) => offline.update);
  const [later, setLater] = useState<typeof update>(null);
  const isShown = update !== null && later !== update;
  // There before its words, so that they are read out.
  return (
    <div aria-live="polite">
      {isShown ? <Offer onOpen={update} onLater={() => setLater(() => update)} /> : null}
    </div>
  );
}

function Offer({ onOpen, onLater }: { readonly onOpen: () => void; readonly onLater: () => void }) {
  const says = words.page.update;
  return (
    <section data-update="">
      <Banner
        heading={says.title}
        isCalm
        buttons={
          <>
            <Button className={panel.button ?? ''} onPress={onOpen}>
              {says.now}
            </Button>
            <Button className={panel.button ?? ''} onPress={onLater}>
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
