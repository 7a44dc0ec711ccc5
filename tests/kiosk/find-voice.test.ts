import { describe, expect, it } from 'vitest';
import { findVoice, type Voice } from '../../src/kiosk/reach/find-voice.ts';

const voice = (lang: string, localService = true, isDefault = false): Voice => ({
  lang,
  localService,
  default: isDefault,
});

describe('the voice for spoken text', () => {
  it('is one of the device itself: none that asks a server', () => {
    expect(findVoice('en', [voice('en-US', false, true)])).toBeNull();
    const own = voice('en-GB');
    expect(findVoice('en', [voice('en-US', false, true), own])).toBe(own);
  });

  it('is the default one where several fit', () => {
    const preferred = voice('ru-RU', true, true);
    expect(findVoice('ru', [voice('ru'), preferred])).toBe(preferred);
  });

  it('tells the two ways of writing Chinese apart by region', () => {
    const taiwan = voice('zh-TW');
    const mainland = voice('zh-CN');
    expect(findVoice('zh-Hant', [mainland, taiwan])).toBe(taiwan);
    expect(findVoice('zh-Hans', [taiwan, mainland])).toBe(mainland);
    expect(findVoice('zh-Hant', [mainland])).toBeNull();
  });
});
