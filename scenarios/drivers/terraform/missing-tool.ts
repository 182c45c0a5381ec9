/** Terraform or the provider is not here, or cannot be run. The message says what to do. */
export class MissingToolError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MissingToolError';
  }
}
