// The cars that come out wrong when they are left out.

import { signed } from '../../ui/sentences.ts';
import { nameOf, useLabels } from '../article.ts';
import { numberOf, wrongCars } from '../facts.ts';
import { SamplePhoto } from './SamplePhoto.tsx';

export function WrongCars() {
  const labels = useLabels();
  const { bins, wrong } = labels;
  return (
    <ol className="row">
      {wrongCars.map((car) => (
        <li key={car.file} data-wrong={car.leftOut}>
          <SamplePhoto file={car.file} isNamed />
          <p>
            <strong className={`mark bin-${car.bin + 1}`}>{numberOf(car)}</strong> {nameOf(labels, car.file)}.{' '}
            {wrong(bins[car.bin] ?? '', signed(car.leftOut), signed(car.score))}
          </p>
        </li>
      ))}
    </ol>
  );
}
