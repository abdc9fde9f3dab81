// A switch with its words beside it.

import type { ReactNode } from 'react';
import { Switch } from 'react-aria-components/Switch';
import styles from './Toggle.module.css';

interface Props {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
}

export function Toggle({ isOn, onChange, children }: Props) {
  return (
    <Switch className={styles.toggle ?? ''} isSelected={isOn} onChange={onChange}>
      <span className={styles.thumb} aria-hidden="true" />
      {children}
    </Switch>
  );
}
