// Several ways of describing photos, or of learning from them, held to the same test, side by side.

import { Button } from 'react-aria-components/Button';
import type { Contender } from '../../core/evaluation/types.ts';
import panel from '../panel.module.css';
import { milliseconds } from '../sentences.ts';
import { words } from '../words/words.ts';
import styles from './ContenderTable.module.css';
import type { Agreement, InWords } from './contenders.ts';
import { agreementText, heldOutName, heldOutText } from './evaluationSentences.ts';

interface Props<Name extends string> {
  readonly caption: string;
  /** Null while they are being measured: the rows stand, without numbers. */
  readonly contenders: readonly Contender<Name>[] | null;
  /** Nothing is being measured: rows without numbers stay so. */
  readonly hasFailed?: boolean;
  /** In the order of the rows while there are no contenders. */
  readonly names: Readonly<Record<Name, InWords>>;
  readonly inUse: Name;
  /** Per contender, how many test photos it judges as the one in use does; null where there are none. */
  readonly agreement: Readonly<Record<Name, Agreement | null>>;
  /** Left out where there is nothing to choose. */
  readonly onUse?: (name: Name) => void;
  /** What the accuracies rest on, in a line. */
  readonly basis: string;
}

export function ContenderTable<Name extends string>(props: Props<Name>) {
  const { caption, contenders, hasFailed = false, names, inUse, agreement, onUse, basis } = props;
  const rows = contenders?.map(({ name }) => name) ?? (Object.keys(names) as Name[]);
  return (
    <div className={styles.frame}>
      <table className={styles.table} aria-busy={contenders === null && !hasFailed}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.evaluation.contenders.way}</th>
            <th scope="col" className={styles.heldOut}>
              {words.evaluation.contenders.heldOut}
            </th>
            <th scope="col" className={styles.agreement}>
              {words.evaluation.contenders.tests}
            </th>
            <th scope="col" className={styles.time}>
              {words.evaluation.contenders.training}
            </th>
            <th scope="col" className={styles.use}>
              {words.evaluation.contenders.inUse}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((name) => {
            const contender = contenders?.find((other) => other.name === name) ?? null;
            return (
              <tr
                key={name}
                data-contender={name}
                data-accuracy={contender?.accuracy ?? undefined}
                data-in-use={name === inUse || undefined}
              >
                <th scope="row" className={styles.way}>
                  <span className={styles.title}>{names[name].title}</span>
                  <span className={styles.hint}>{names[name].hint}</span>
                </th>
                {contender ? (
                  <Numbers contender={contender} agreement={agreement[name]} />
                ) : (
                  <NoNumbers areComing={!hasFailed} />
                )}
                <td className={styles.use}>
                  {name === inUse ? (
                    <span className={styles.mark}>{words.evaluation.contenders.isInUse}</span>
                  ) : null}
                  {name !== inUse && onUse ? (
                    <Button
                      className={panel.button ?? ''}
                      aria-label={words.evaluation.contenders.choose(names[name].title)}
                      data-use={name}
                      isDisabled={contender === null && !hasFailed}
                      onPress={() => onUse(name)}
                    >
                      {words.evaluation.contenders.use}
                    </Button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.basis}>{basis}</p>
    </div>
  );
}

interface NumbersProps {
  readonly contender: Contender<string>;
  readonly agreement: Agreement | null;
}

function Numbers({ contender, agreement }: NumbersProps) {
  return (
    <>
      <td className={styles.heldOut} title={heldOutName(contender)}>
        <span className={styles.track} aria-hidden="true">
          <span className={styles.bar} style={{ width: `${(contender.accuracy ?? 0) * 100}%` }} />
        </span>
        <span className={styles.count}>{heldOutText(contender)}</span>
      </td>
      <td className={styles.agreement}>{agreementText(agreement)}</td>
      <td className={styles.time}>
        <span className={styles.timeName}>{words.evaluation.contenders.trainingTime} </span>
        {milliseconds(contender.ms)}
      </td>
    </>
  );
}

const NoNumbers = ({ areComing }: { readonly areComing: boolean }) => (
  <>
    <td className={styles.heldOut}>
      {areComing ? <span className={styles.skeleton}>{words.evaluation.contenders.waiting}</span> : null}
    </td>
    <td className={styles.agreement} />
    <td className={styles.time} />
  </>
);
