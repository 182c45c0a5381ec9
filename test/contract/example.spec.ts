import { contract } from '../../scenarios/playwright.ts';
import { checkout } from '../cli/alimock.ts';

await contract('examples/*.python.md', { cwd: checkout });
