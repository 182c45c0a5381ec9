import react from '@vitejs/plugin-react';

// alimock is linked here; a package from a registry needs no more than the plugin.
export default { plugins: [react()], optimizeDeps: { include: ['alimock/msw/browser'] } };
