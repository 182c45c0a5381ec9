import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Says at the end which tests were skipped and why, one line for each reason: a dot tells nobody. */
export default class SkippedReporter implements Reporter {
  readonly #counts = new Map<string, number>();

  onTestEnd({ annotations }: TestCase, { status }: TestResult): void {
    if (status !== 'skipped') return;
    const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason was given';
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  onEnd(): void {
    for (const [reason, count] of this.#counts) process.stdout.write(`  ${count} skipped: ${reason}\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
