import { createRoot } from 'react-dom/client';
import { App } from './app.jsx';
import { start } from './ecs.js';

// Before the first call of a component.
await start();
createRoot(document.querySelector('#root')).render(<App />);
