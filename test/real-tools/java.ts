import path from 'node:path';
import { run } from './tool.ts';
import type { Tool } from './tool.ts';

const pom = path.join(import.meta.dirname, 'java', 'pom.xml');

/** The official Java SDK with all that it needs, as a folder of jars. */
export const java: Tool = {
  name: 'java',
  title: 'The Alibaba Cloud SDK for Java',
  inputs: [pom],
  install(folder) {
    const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
    run('mvn', ['--batch-mode', '--quiet', '--file', pom, goal, `-DoutputDirectory=${jarsIn(folder)}`], {
      missing: 'It needs Java 11 or newer and Maven (Debian: maven).',
    });
  },
};

const jarsIn = (folder: string): string => path.join(folder, 'jars');

/** What `java -cp` takes, for the folder of the tool. */
export const classPathIn = (folder: string): string => path.join(jarsIn(folder), '*');
