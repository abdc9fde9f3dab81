// Where everybody finds the page.

import { isLocal, pageAddress } from '../../share/pageAddress.ts';
import { QrCode } from '../../share/QrCode.tsx';
import { words } from '../../words/words.ts';
import styles from './slides.module.css';

export function LinkSlide() {
  const address = pageAddress(document.baseURI);
  return (
    <div className={styles.pair}>
      <QrCode className={styles.qr ?? ''} text={address} label={words.share.code(address)} />
      <div>
        <h2 className={styles.huge}>{words.talk.link.title}</h2>
        <p className={styles.large}>
          <a href={address}>{address.replace(/^https?:\/\//, '')}</a>
        </p>
        <p className={styles.quiet}>{isLocal(address) ? words.share.local : words.talk.link.how}</p>
      </div>
    </div>
  );
}
