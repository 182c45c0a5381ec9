/** The scenario itself cannot be carried out: it names a block, a value or an act that there is not. */
export class ScenarioError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScenarioError';
  }
}
