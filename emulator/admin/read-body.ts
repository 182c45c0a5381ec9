import { AdminError } from './admin-error.ts';

/** Loaded when a call needs them, since zod takes time. */
export const schemas = () => import('./schemas.ts');

interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A body or a query that fits its schema. @throws AdminError 400 */
export const read = <T>(schema: Schema<T>, value: unknown): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  );
  throw new AdminError(400, 'InvalidBody', issues.join('; '));
};
