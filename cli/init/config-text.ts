import type { Answers } from './plan.ts';
import type { Repository } from './repository.ts';

/** alimock.config.yaml: what lint looks for. */
export const configFile = ({ packageManager }: Repository, { complete }: Answers): string => `${
  packageManager === undefined
    ? ''
    : '# yaml-language-server: $schema=node_modules/alimock/schemas/config.json\n'
}# Which rules look at the pages, and how severe they are. alimock lint --list-rules lists them.
lint:
  # Whether the pages are all that the provider has: then a type without a page is a finding.
  complete: ${complete}
  # Pages that are left out, for example docs/old/**
  ignore: []
  # off, info, warning or error by rule, for example
  #   section-order: off
  rules: {}
`;
