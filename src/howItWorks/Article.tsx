// The page that explains how it works, as it is before any script has run.

import { type ArticleWords, LabelsContext, SECTIONS } from './article.ts';

export function Article({ words }: { readonly words: ArticleWords }) {
  const { title, lead, contents, other, sections, end, labels } = words;
  return (
    <LabelsContext value={labels}>
      <nav className="ways">
        <a href="./">Binsight</a>
        <a href={other.address} hrefLang={other.tag} lang={other.tag}>
          {other.name}
        </a>
      </nav>
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <nav className="contents" aria-label={contents}>
        <ol>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{sections[id].title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {SECTIONS.map((id) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{sections[id].title}</h2>
          {sections[id].body}
        </section>
      ))}
      <p className="end">{end}</p>
    </LabelsContext>
  );
}
