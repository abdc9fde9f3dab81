// The cars that come out wrong when they are left out.

import { signed } from '../../ui/sentences.ts';
import { useLabels } from '../article.ts';
import { numberOf, wrongCars } from '../facts.ts';
import { SamplePhoto } from './SamplePhoto.tsx';

export function WrongCars() {
  const { photos, bins, wrong } = useLabels();
  return (
    <ol className="row">
      {wrongCars.map((car) => (
        <li key={car.file} data-wrong={car.leftOut}>
          <SamplePhoto file={car.file} isNamed />
          <p>
            <strong className={`mark bin-${car.bin + 1}`}>{numberOf(car)}</strong> {photos[car.file]}.{' '}
            {wrong(bins[car.bin] ?? '', signed(car.leftOut), signed(car.score))}
          </p>
        </li>
      ))}
    </ol>
  );
}
