/** Names of parameters, members and elements whose values nobody is shown. */
const secretName = /(?:password(?!set|inherit)|secret|securitytoken|signature$|userdata|privatekey)/i;

/** Whether what stands under this name is to be masked. */
export const isSecret = (name: string): boolean => secretName.test(name);

const jsonMember = /("([^"\\]{1,100})"\s*:\s*")((?:[^"\\]|\\.)*)/g;
const xmlElement = /(<([A-Za-z]{1,100})>)([^<]*)/g;

/** The text of a reply, JSON or XML, with its secrets masked; it may have been cut anywhere. */
export const maskSecrets = (text: string): string =>
  text.startsWith('<')
    ? text.replace(xmlElement, (whole, start: string, name: string, value: string) =>
        value !== '' && isSecret(name) ? `${start}***` : whole,
      )
    : text.replace(jsonMember, (whole, start: string, name: string, value: string) =>
        value !== '' && isSecret(name) ? `${start}***` : whole,
      );
