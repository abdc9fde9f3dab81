// The whole report, in the order in which one asks: what was learned, how good is it, what does it say of each photo.

import { useAppState, useProject } from '../appContext.ts';
import { evaluationProblem } from '../sentences.ts';
import { words } from '../words/words.ts';
import { Accuracy } from './Accuracy.tsx';
import { Colophon } from './Colophon.tsx';
import type { Looks } from './gatherLooks.ts';
import { Learned } from './Learned.tsx';
import type { Pictures } from './loadPictures.ts';
import { Tests } from './Tests.tsx';
import type { TestPhoto } from './testVerdicts.ts';

interface Props {
  readonly tests: readonly TestPhoto[];
  readonly looks: Looks;
  readonly pictures: Pictures;
  readonly now: Date;
}

export function Report({ tests, looks, pictures, now }: Props) {
  const { name } = useProject();
  const trained = useAppState((state) => state.trained);
  const evaluation = useAppState((state) => state.evaluation);
  const error = useAppState((state) => state.evaluationError);
  return (
    <main>
      <header className="title">
        <p className="quiet">{words.report.title}</p>
        <h1>{name}</h1>
        <p className="quiet">
          <time dateTime={now.toISOString()}>
            {now.toLocaleString(words.locale, { dateStyle: 'long', timeStyle: 'short' })}
          </time>
        </p>
      </header>
      <Learned pictures={pictures} />
      {trained ? (
        <section>
          <h2>{words.evaluation.heading}</h2>
          {evaluation?.of === trained ? (
            <Accuracy evaluation={evaluation} pictures={pictures} />
          ) : (
            <p>{error ? evaluationProblem(error) : words.report.accuracy.tooEarly}</p>
          )}
        </section>
      ) : null}
      <Tests tests={tests} looks={looks} pictures={pictures} />
      <Colophon />
    </main>
  );
}
