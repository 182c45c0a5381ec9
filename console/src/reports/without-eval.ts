import * as z from 'zod';

// Else zod tries to compile its checks, which the CSP forbids.
z.config({ jitless: true });
