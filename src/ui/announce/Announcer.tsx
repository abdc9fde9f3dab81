// The one place from which screen readers hear what nobody has asked for. It is there before its words: what comes together
// with them is not read out. What has a box of its own (notices, banners) speaks for itself.

import { createPortal } from 'react-dom';
import panel from '../panel.module.css';
import { useTopLayer } from '../topLayer.ts';
import { useSaid } from './said.ts';

export function Announcer() {
  const lines = useSaid((said) => said.lines);
  const dialog = useTopLayer((top) => top.dialog);
  const place = (
    // React Aria hides all but its menu from screen readers while one is open, and what is marked so.
    <div className={panel.unseen} role="log" aria-live="polite" data-live-announcer="true" data-said="">
      {lines.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
  return dialog ? createPortal(place, dialog) : place;
}
