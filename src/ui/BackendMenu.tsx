// What runs the network, how fast, and the choice of another: in the status bar.

import { Button } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Text } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { BackendName, BackendReport, NetworkInfo } from '../workers/contract.ts';
import { useApp, useAppState } from './appContext.ts';
import styles from './BackendMenu.module.css';
import menu from './menu.module.css';
import { BACKEND_NAMES, milliseconds } from './sentences.ts';

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
  return (
    <MenuTrigger>
      <Button
        className={`${className} ${styles.button}`}
        aria-label={`Computed with ${BACKEND_NAMES[info.backend]}`}
      >
        {BACKEND_NAMES[info.backend]}
        {info.arithmetic === 'half' ? ' at half precision' : ''}
        {photoMs === null ? '' : `, ${milliseconds(photoMs)} a photo`}
      </Button>
      <Popover className={menu.popover ?? ''} placement="top start">
        <Menu
          className={menu.menu ?? ''}
          aria-label="What computes the network"
          selectionMode="single"
          selectedKeys={[wanted ?? FASTEST]}
        >
          <MenuSection>
            <Header className={styles.title}>What computes the network</Header>
            <MenuItem id={FASTEST} className={menu.item ?? ''} onAction={() => pipeline.chooseBackend(null)}>
              <Text slot="label" className={styles.label}>
                The fastest that is right
              </Text>
              <Text slot="description" className={styles.about}>
                {wanted === null
                  ? `Now ${BACKEND_NAMES[info.backend]}`
                  : 'Tried on this machine, and remembered'}
              </Text>
            </MenuItem>
            {CHOICES.map((backend) => (
              <MenuItem
                key={backend}
                id={backend}
                className={menu.item ?? ''}
                textValue={BACKEND_NAMES[backend]}
                onAction={() => pipeline.chooseBackend(backend)}
              >
                <Text slot="label" className={styles.label}>
                  {BACKEND_NAMES[backend]}
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
  if (backend === trying) return 'Being tried';
  if (notes[backend] !== undefined) return notes[backend];
  if (backend === info.backend) return 'In use';
  return backend === 'cpu' ? 'Works everywhere, but slowly' : 'Not tried';
}
