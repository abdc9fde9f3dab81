// All of the page, drawn anew when another language is chosen; what React Aria says by itself comes along.

import { createContext, Fragment, type ReactNode, use, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { type Language, rememberLanguage } from './firstLanguage.ts';
import { chooseLanguage, spokenLanguage } from './language.ts';
import { words } from './words.ts';

interface LanguageChoice {
  readonly language: Language;
  /** Was it chosen by hand, since the page was opened? */
  readonly isChosen: boolean;
  /** @throws when its words cannot be fetched, with nothing changed */
  readonly choose: (language: Language) => Promise<void>;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

export function InLanguage({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(spokenLanguage);
  const [isChosen, setIsChosen] = useState(false);
  const choose = async (wanted: Language) => {
    await chooseLanguage(wanted);
    rememberLanguage(spokenLanguage());
    setLanguage(spokenLanguage());
    setIsChosen(true);
  };
  return (
    <LanguageContext value={{ language, isChosen, choose }}>
      <I18nProvider locale={words.locale}>
        <Fragment key={language}>{children}</Fragment>
      </I18nProvider>
    </LanguageContext>
  );
}

export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext);
  if (!choice) throw new Error('a component outside of InLanguage');
  return choice;
}
