import type { Nodes } from 'mdast';

/** The text of a node as a reader sees it; inline code keeps its backticks, so that names stay names. */
export const plainText = (node: Nodes): string => {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'break':
      return '\n';
    default: {
      let text = '';
      if ('children' in node) for (const child of node.children) text += plainText(child);
      return text;
    }
  }
};

/** One line, single spaces. */
export const oneLine = (text: string): string =>
  (/[^\S ]|\s\s/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
