// React Aria asks the browser, as it is loaded, whether it knows its own language. It does; but the first question of that kind
// costs it 20 ms, and the page tells each of React Aria's components its language anyway (src/ui/words/InLanguage.tsx).

const QUESTION = /Intl\.DateTimeFormat\.supportedLocalesOf\(\[\s*locale\s*\]\);/;

/** @returns {import('vite').Plugin} */
export function givenLocale() {
  return {
    name: 'given-locale',
    apply: 'build',
    transform(code, id) {
      if (!/react-aria.*useDefaultLocale\.mjs$/.test(id)) return undefined;
      if (!QUESTION.test(code))
        this.error('React Aria asks no more, or otherwise: scripts/lib/givenLocale.mjs has to follow.');
      return { code: code.replace(QUESTION, ''), map: null };
    },
  };
}
