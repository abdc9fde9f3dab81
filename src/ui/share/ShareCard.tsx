// Where others find the page: its address, and a QR code of it.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { copyText } from '../copyText.ts';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import { isLocal, pageAddress } from './pageAddress.ts';
import { QrCode } from './QrCode.tsx';
import styles from './ShareCard.module.css';

export function ShareCard() {
  const [said, setSaid] = useState('');
  const address = pageAddress(document.baseURI);
  const copy = () => {
    copyText(address).then(
      () => setSaid(words.share.copied),
      () => setSaid(words.share.notCopied),
    );
  };
  return (
    <div className={styles.share}>
      <QrCode className={styles.code ?? ''} text={address} label={words.share.code(address)} />
      <div>
        <h3 className={styles.title}>{words.share.title}</h3>
        <p>{words.share.how}</p>
        <p className={styles.address}>
          <a href={address}>{address}</a>
        </p>
        {isLocal(address) ? <p className={styles.quiet}>{words.share.local}</p> : null}
        <p className={styles.row}>
          <Button className={panel.button ?? ''} onPress={copy}>
            {words.share.copy}
          </Button>
          <span className={styles.quiet} role="status">
            {said}
          </span>
        </p>
      </div>
    </div>
  );
}
