import { expect, it } from 'vitest';
import { TRAY } from '../../../../src/store/project.ts';
import { keyOfBin, placeOfKey } from '../../../../src/ui/camera/placeKeys.ts';

const bins = Array.from({ length: 11 }, (_, i) => ({ id: `bin-${i + 1}`, label: `bin ${i + 1}` }));
const press = (key: string, code = '', shiftKey = false) => placeOfKey({ key, code, shiftKey }, bins);

it('1 to 9 are the first nine bins, as their buttons say', () => {
  for (const [index, { id }] of bins.slice(0, 9).entries()) {
    expect(press(keyOfBin(index) ?? '')).toBe(id);
  }
  expect(keyOfBin(9)).toBeNull();
  expect(placeOfKey({ key: '3', code: 'Digit3', shiftKey: false }, bins.slice(0, 2))).toBeNull();
});

it('0 is the test photos', () => {
  expect(press('0')).toBe(TRAY);
});

it('digits are where French keyboards have them, with and without Shift, but no other signs', () => {
  expect(press('&', 'Digit1')).toBe('bin-1');
  expect(press('1', 'Digit1', true)).toBe('bin-1');
  expect(press('à', 'Digit0')).toBe(TRAY);
  expect(press('!', 'Digit1', true)).toBeNull();
  expect(press('1', 'Numpad1')).toBe('bin-1');
  // The number pad without its lock moves things.
  expect(press('End', 'Numpad1')).toBeNull();
  expect(['a', 'Enter', ' ', 'Escape', 'Tab'].map((key) => press(key))).toEqual(Array(5).fill(null));
});
