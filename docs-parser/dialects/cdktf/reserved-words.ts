import type { Span } from '../code-place.ts';

export type CdktfLanguage = 'python' | 'typescript' | 'go' | 'java' | 'csharp';

/** How a variable is declared, the word in the first group; and the words that the grammar will not read. */
interface Reserved {
  readonly declaration: (words: string) => string;
  readonly words: string;
}

/** Words that HCL takes as names and the languages keep for themselves. */
const reserved: Readonly<Record<CdktfLanguage, Reserved>> = {
  python: {
    declaration: (words) => `^[ \\t]*(${words})[ \\t]*=(?!=)`,
    words:
      'and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield',
  },
  typescript: {
    declaration: (words) => `\\b(?:const|let|var)\\s+(${words})\\s*=`,
    words:
      'break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|finally|for|function|if|import|in|instanceof|interface|new|package|private|protected|public|return|static|switch|throw|try|typeof|var|void|while|with|yield',
  },
  go: {
    declaration: (words) => `^[ \\t]*(${words})[ \\t]*:=`,
    words:
      'break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var',
  },
  java: {
    declaration: (words) => `\\b(?:Object|var|[A-Z]\\w*)\\s+(${words})\\s*=`,
    words:
      'abstract|assert|boolean|break|byte|case|catch|char|class|const|continue|default|do|double|else|enum|extends|final|finally|float|for|goto|if|implements|import|instanceof|int|interface|long|native|new|package|private|protected|public|return|short|static|strictfp|super|switch|synchronized|throw|throws|transient|try|void|volatile|while',
  },
  csharp: {
    declaration: (words) => `\\bvar\\s+(${words})\\s*=`,
    words:
      'abstract|as|base|bool|break|byte|case|catch|char|checked|class|const|continue|decimal|default|delegate|do|double|else|enum|event|explicit|extern|finally|fixed|float|for|foreach|goto|if|implicit|in|int|interface|internal|is|lock|long|namespace|new|object|operator|out|override|params|private|protected|public|readonly|ref|return|sbyte|sealed|short|sizeof|stackalloc|static|string|struct|switch|throw|try|typeof|uint|ulong|unchecked|unsafe|ushort|using|virtual|void|volatile|while',
  },
};

const patterns = new Map<CdktfLanguage, { readonly declared: RegExp; readonly member: RegExp }>();

const patternsOf = (language: CdktfLanguage): { readonly declared: RegExp; readonly member: RegExp } => {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const { declaration, words } = reserved[language];
  // A member is `.default(…)`, or a piece of a module's name.
  const made = {
    declared: new RegExp(declaration(words), 'gm'),
    member: new RegExp(`(?<=\\w\\.)(?:${words})(?=[(.;]|\\s+import\\b)`, 'g'),
  };
  patterns.set(language, made);
  return made;
};

export interface Readable {
  /** The code with the words masked, as long as before. */
  readonly masked: string;
  /** Where a reserved word is a name: its first place for each variable. */
  readonly words: readonly (Span & { readonly word: string })[];
}

/** A letter that every one of the grammars takes in a name, and nobody writes. */
const mask = '\u01c0';

/**
 * The converter makes names of reserved words (`Object interface = …`, `.default("x")`), and the code does not
 * compile. With the last letter masked, the grammar reads them as the names that they are.
 */
export const maskReservedWords = (code: string, language: CdktfLanguage): Readable => {
  const { declared, member } = patternsOf(language);
  const words = [...code.matchAll(declared)].flatMap((match) => {
    const [whole, word] = match;
    if (word === undefined) return [];
    const start = match.index + whole.lastIndexOf(word);
    return [{ word, start, end: start + word.length }];
  });
  let masked = code.replace(member, hidden);
  if (words.length > 0) {
    const names = [...new Set(words.map(({ word }) => word))].join('|');
    // `interface{}` is a type of Go's.
    masked = masked.replace(new RegExp(`(?<![\\w"'.])(?:${names})(?![\\w"'{])`, 'g'), hidden);
  }
  return { masked, words };
};

const hidden = (word: string): string => word.slice(0, -1) + mask;
