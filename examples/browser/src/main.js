import { accounts, listInstances, listSharedImages, runInstance, shareImageOf, start } from './ecs.js';

const [build, run] = accounts;
const element = (selector) => document.querySelector(selector);

const show = async () => {
  const instances = await listInstances(build);
  const images = await listSharedImages(run);
  list(
    '#instances',
    instances.map(({ InstanceId, Status }) => `${InstanceId} ${Status}`),
  );
  list(
    '#images',
    images.map(({ ImageId }) => ImageId),
  );
  element('#share').disabled = instances.length === 0;
};

const list = (selector, texts) =>
  element(selector).replaceChildren(
    ...texts.map((text) => Object.assign(document.createElement('li'), { textContent: text })),
  );

const onClick = (selector, act) =>
  element(selector).addEventListener('click', async () => {
    element('[role=status]').textContent = '';
    try {
      await act();
      await show();
    } catch (error) {
      element('[role=status]').textContent = error.message;
    }
  });

await start();
onClick('#run', () => runInstance(build));
onClick('#share', async () => shareImageOf(build, (await listInstances(build))[0].InstanceId, run));
await show();
