// Undo and redo, for any sequence of changes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amend,
  type History,
  record,
  redo,
  rewrite,
  startHistory,
  undo,
} from '../../../src/store/history.ts';

/** Any changes, with undo and redo among them; a number is a new state. */
const steps = fc.array(fc.oneof(fc.nat(5), fc.constantFrom('undo' as const, 'redo' as const)), {
  maxLength: 40,
});

const play = (moves: readonly (number | 'undo' | 'redo')[]): History<string> =>
  moves.reduce<History<string>>((history, move, i) => {
    if (move === 'undo') return undo(history);
    if (move === 'redo') return redo(history);
    // A low number repeats the present: a change that changes nothing.
    return record(history, move === 0 ? history.present : `${i}: ${move}`);
  }, startHistory('start'));

const times = <T>(count: number, change: (value: T) => T, start: T): T => {
  let value = start;
  for (let i = 0; i < count; i++) value = change(value);
  return value;
};

describe('history', () => {
  it('is where it was after any number of undos and as many redos', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (moves, number) => {
        const history = play(moves);
        const count = number % (history.past.length + 1);
        const back = times(count, undo, history);
        expect(back.past.length).toBe(history.past.length - count);
        expect(times(count, redo, back)).toEqual(history);
      }),
    );
  });

  it('comes back through every state that it went through', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 30 }), (names) => {
        const states = names.map((name, i) => `${i}${name}`);
        let history = states.reduce(record<string>, startHistory('start'));
        for (const state of [...states].reverse()) {
          expect(history.present).toBe(state);
          history = undo(history);
        }
        expect(history.present).toBe('start');
        expect(undo(history)).toBe(history);
        for (const state of states) {
          history = redo(history);
          expect(history.present).toBe(state);
        }
        expect(redo(history)).toEqual(history);
      }),
    );
  });

  it('keeps no step for a change that changes nothing, and so keeps the redo', () => {
    const history = undo(record(startHistory('a'), 'b'));
    expect(record(history, 'a')).toBe(history);
  });

  it('forgets what was undone when something else is done', () => {
    const history = record(undo(record(startHistory('a'), 'b')), 'c');
    expect(redo(history)).toEqual(history);
    expect(undo(history).present).toBe('a');
  });

  it('lets the oldest steps go after 200', () => {
    const states = Array.from({ length: 250 }, (_, i) => `${i}`);
    const history = states.reduce(record<string>, startHistory('start'));
    expect(history.past.length).toBe(200);
    expect(times(1000, undo, history).present).toBe('49');
  });

  it('makes one step of a change and all that goes on with it', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.string(), { minLength: 1, maxLength: 9 }), (moves, values) => {
        const before = play(moves);
        const [first = '', ...rest] = values.map((value, i) => `dragged ${i}${value}`);
        const after = rest.reduce(amend<string>, record(before, first));
        expect(after.present).toBe(rest.at(-1) ?? first);
        expect(undo(after)).toMatchObject({ past: before.past, present: before.present });
        expect(redo(undo(after))).toEqual(after);
        expect(redo(after)).toEqual(after);
      }),
    );
  });

  it('leaves no step for a change that goes on until it is back where it began', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const before = play(moves);
        const back = amend(amend(record(before, 'dragged'), 'farther'), before.present);
        expect(back).toEqual({ ...before, future: [] });
      }),
    );
  });

  it('corrects what is, was and will be', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        const history = play(moves);
        const corrected = rewrite(
          history,
          (state) => `${state}!`,
          (a, b) => a === b,
        );
        expect(corrected).toEqual({
          past: history.past.map((state) => `${state}!`),
          present: `${history.present}!`,
          future: history.future.map((state) => `${state}!`),
        });
      }),
    );
  });

  it('drops the steps that a correction leaves without an effect', () => {
    const history = undo(['a', 'ab', 'abc', 'ac', 'acb', 'acbd'].reduce(record<string>, startHistory('')));
    const corrected = rewrite(
      undo(history),
      (state) => state.replace('b', ''),
      (a, b) => a === b,
    );
    expect(corrected).toEqual({ past: ['', 'a'], present: 'ac', future: ['acd'] });
  });
});
