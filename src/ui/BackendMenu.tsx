// What runs the network, how fast, and the choice of another: in the status bar.

import { Button } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Text } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { BackendName, BackendReport, NetworkInfo } from '../workers/contract.ts';
import { useApp, useAppState } from './appContext.ts';
import styles from './BackendMenu.module.css';
import menu from './menu.module.css';
import { backendText, milliseconds } from './sentences.ts';
import { words } from './words/words.ts';

interface Props {
  readonly className: string | undefined;
  readonly info: NetworkInfo;
  /** null before the first photo. */
  readonly photoMs: number | null;
}

export function BackendMenu({ className, info, photoMs }: Props) {
  const { pipeline } = useApp();
  const report = useAppState((state) => state.backends);
  const { wanted } = report;
  const says = words.page.backend;
  const names = words.common.backends;
  return (
    <MenuTrigger>
      <Button className={`${className} ${styles.button}`} aria-label={says.label(names[info.backend])}>
        {says.speed(
          names[info.backend],
          info.arithmetic === 'half',
          photoMs === null ? null : milliseconds(photoMs),
        )}
      </Button>
      <Popover className={menu.popover ?? ''} placement="top start">
        <Menu
          className={menu.menu ?? ''}
          aria-label={says.title}
          selectionMode="single"
          selectedKeys={[wanted ?? FASTEST]}
        >
          <MenuSection>
            <Header className={styles.title}>{says.title}</Header>
            <MenuItem id={FASTEST} className={menu.item ?? ''} onAction={() => pipeline.chooseBackend(null)}>
              <Text slot="label" className={styles.label}>
                {says.fastest}
              </Text>
              <Text slot="description" className={styles.about}>
                {wanted === null ? says.fastestNow(names[info.backend]) : says.fastestTried}
              </Text>
            </MenuItem>
            {CHOICES.map((backend) => (
              <MenuItem
                key={backend}
                id={backend}
                className={menu.item ?? ''}
                textValue={names[backend]}
                onAction={() => pipeline.chooseBackend(backend)}
              >
                <Text slot="label" className={styles.label}>
                  {names[backend]}
                </Text>
                <Text slot="description" className={styles.about}>
                  {about(backend, report, info)}
                </Text>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const FASTEST = 'fastest';
const CHOICES = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;

function about(backend: BackendName, { trying, notes }: BackendReport, info: NetworkInfo): string {
  const says = words.page.backend;
  if (backend === trying) return says.trying;
  const note = notes[backend];
  if (note) return backendText(note);
  if (backend === info.backend) return says.inUse;
  return backend === 'cpu' ? says.slow : says.notTried;
}
