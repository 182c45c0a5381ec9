import { useEffect, useState } from 'react';
import { accounts, listInstances, listSharedImages, runInstance, shareImageOf } from './ecs.js';

const [build, run] = accounts;

export const App = () => {
  const [{ instances, images }, setShown] = useState({ instances: [], images: [] });
  const [problem, setProblem] = useState('');

  const show = async () =>
    setShown({ instances: await listInstances(build), images: await listSharedImages(run) });
  useEffect(() => void show(), []);

  const act = (doing) => async () => {
    setProblem('');
    try {
      await doing();
      await show();
    } catch (error) {
      setProblem(error.message);
    }
  };

  return (
    <main>
      <h1>ECS in a React application</h1>
      <button onClick={act(() => runInstance(build))}>Run an instance</button>
      <button
        disabled={instances.length === 0}
        onClick={act(() => shareImageOf(build, instances[0].InstanceId, run))}
      >
        Share an image of it
      </button>
      <p role="status">{problem}</p>
      <h2 id="instances">Instances</h2>
      <ul aria-labelledby="instances">
        {instances.map(({ InstanceId, Status }) => (
          <li key={InstanceId}>
            {InstanceId} {Status}
          </li>
        ))}
      </ul>
      <h2 id="images">Images shared with the other account</h2>
      <ul aria-labelledby="images">
        {images.map(({ ImageId }) => (
          <li key={ImageId}>{ImageId}</li>
        ))}
      </ul>
    </main>
  );
};
