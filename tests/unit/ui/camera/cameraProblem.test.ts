import { expect, it } from 'vitest';
import { cameraProblem } from '../../../../src/ui/camera/cameraProblem.ts';

const OPEN = { isSecure: true, mayAsk: true };
const thrown = (name: string, message = '') => new DOMException(message, name);
const codeOf = (error: unknown, around = OPEN) => cameraProblem(error, around).code;

it('tells apart what has a remedy of its own', () => {
  expect(codeOf(thrown('NotAllowedError', 'Permission denied'))).toBe('refused');
  expect(codeOf(thrown('NotAllowedError', 'Permission dismissed'))).toBe('refused');
  expect(codeOf(thrown('NotAllowedError', 'Permission denied by system'))).toBe('refused-by-system');
  expect(codeOf(thrown('NotAllowedError', 'Permission denied'), { ...OPEN, mayAsk: false })).toBe(
    'forbidden',
  );
  expect(codeOf(thrown('NotFoundError', 'Requested device not found'))).toBe('none');
  expect(codeOf(thrown('NotReadableError', 'Could not start video source'))).toBe('busy');
  expect(codeOf(thrown('AbortError', 'Timeout starting video source'))).toBe('busy');
});

it('knows a page that is given no camera at all from a browser that gives none', () => {
  const none = Object.assign(new Error('no mediaDevices'), { name: 'NoMediaDevices' });
  expect(codeOf(none)).toBe('unsupported');
  expect(codeOf(none, { ...OPEN, isSecure: false })).toBe('insecure');
});

it('keeps the browser’s own words of what it does not know', () => {
  expect(cameraProblem(thrown('InvalidStateError', 'not now'), OPEN)).toEqual({
    code: 'other',
    reason: 'not now',
  });
  expect(cameraProblem(thrown('InvalidStateError'), OPEN).reason).toBe('InvalidStateError');
  expect(cameraProblem('a text', OPEN)).toEqual({ code: 'other', reason: 'a text' });
});
