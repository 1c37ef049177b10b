import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v5, validate, version } from 'uuid';
import { eventIdOf, idsWithin, streamIdFromCommand } from './ids.js';

describe('ids from a command', () => {
  it('are name-based uuids of version 5', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (commandId, ordinal) => {
        expect(eventIdOf(commandId, ordinal)).toBe(
          v5(`${commandId}:${ordinal}`, '8f0c6a52-d0be-4c0d-9b0e-5f5a3c1e7b64'),
        );
        expect(validate(streamIdFromCommand(commandId)) && version(streamIdFromCommand(commandId))).toBe(5);
      }),
    );
  });

  it('are those of the library in any namespace', () => {
    const namespace = 'b7f0c9a2-51c4-5e0b-8f5e-2b8d4a1f7c63';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(idsWithin(namespace)(name)).toBe(v5(name, namespace));
      }),
    );
  });

  it('never change, or the retry of yesterday is a new case today', () => {
    expect(eventIdOf('T01-C0007/form-1', 0)).toBe('e9bdf9bc-7961-57d8-9fa2-e50ac5cb977f');
    expect(streamIdFromCommand('T01-C0007/form-1')).toBe('e00f64a2-1c9a-5a0d-be85-929e3d1d52a0');
  });

  it('differ from event to event and from command to command', () => {
    expect(new Set([eventIdOf('a', 0), eventIdOf('a', 1), eventIdOf('b', 0), streamIdFromCommand('a')]).size).toBe(4);
  });
});
