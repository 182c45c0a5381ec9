// alimock is linked here; a package from a registry needs no configuration at all.
export default { optimizeDeps: { include: ['alimock/msw/browser'] } };
