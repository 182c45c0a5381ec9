/** Which parameters an operation looks at: what the table of coverage calls honoured is seen, not claimed. */

/** Is told each time that an operation looks at a member of its request, be it there or not. */
export type ReadListener = (product: string, action: string, property: string) => void;

let listener: ReadListener | undefined;

/** Begins to tell; undefined ends it. For the whole process, and only for recording coverage. */
export const onRequestRead = (told: ReadListener | undefined): void => {
  listener = told;
};

/**
 * The operation itself, or where somebody listens one whose request tells. Members of members are not told apart.
 */
export const observing = <Context>(
  operation: (request: never, context: Context) => unknown,
  product: string,
  action: string,
): ((request: never, context: Context) => unknown) => {
  if (listener === undefined) return operation;
  const told = listener;
  return (request: object, context) => {
    const telling = new Proxy(request, {
      get: (target, property, receiver): unknown => {
        if (typeof property === 'string') told(product, action, property);
        return Reflect.get(target, property, receiver);
      },
    });
    return operation(telling as never, context);
  };
};
