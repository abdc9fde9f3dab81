// The place of a photo that is served beside the page, with a link to its photographer; howItWorks.ts puts it there.

import samples from '../../../public/samples/cars/photos.json' with { type: 'json' };
import { nameOf, useLabels } from '../article.ts';

interface Props {
  readonly file: string;
  /** Beside it stands what it shows. */
  readonly isNamed?: boolean;
}

export function SamplePhoto({ file, isNamed = false }: Props) {
  const labels = useLabels();
  const { credit } = labels;
  const shown = nameOf(labels, file);
  return (
    <figure className="photo" data-sample={file} hidden>
      <img alt={isNamed ? '' : shown} loading="lazy" />
      <figcaption>
        {isNamed ? null : <>{shown}. </>}
        <a href={creditOf(file)} aria-label={`${credit}: ${shown}`}>
          {credit}
        </a>
      </figcaption>
    </figure>
  );
}

/** A small one, which is the link itself. */
export function SmallPhoto({ file }: { readonly file: string }) {
  const labels = useLabels();
  const { credit } = labels;
  return (
    <a className="small" href={creditOf(file)} title={credit} data-sample={file} hidden>
      <img alt={`${credit}: ${nameOf(labels, file)}`} loading="lazy" />
    </a>
  );
}

const creditOf = (file: string): string | undefined => samples.find((sample) => sample.file === file)?.credit;
