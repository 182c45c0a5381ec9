import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';

/** Asks for the admin token of a strict server. It is sent in a header, and kept for this tab only. */
export const TokenForm = ({
  hasFailed,
  onToken,
}: {
  hasFailed: boolean;
  onToken: (token: string) => void;
}) => {
  const [token, setToken] = useState('');
  return (
    <Form
      className="panel token-form"
      onSubmit={(event) => {
        event.preventDefault();
        onToken(token);
      }}
    >
      <h2>Admin token</h2>
      <p>This server runs with --auth strict. Enter the token that it printed at the start.</p>
      {hasFailed && (
        <p className="notice bad" role="alert">
          This token was refused.
        </p>
      )}
      <TextField value={token} onChange={setToken} type="password" autoComplete="off" isRequired autoFocus>
        <Label>Token</Label>
        <Input />
      </TextField>
      <Button type="submit" className="button primary">
        Open the console
      </Button>
    </Form>
  );
};
