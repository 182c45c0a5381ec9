/** Markdown as its reader sees it: escapes, links and strong emphasis taken away; inline code keeps its ticks. */
export const textOfSource = (raw: string): string =>
  raw
    .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>])/g, '$1')
    .replaceAll('**', '');
