import { contract } from '../../scenarios/playwright.ts';
import { checkout } from '../cli/alimock.ts';

await contract('examples/*.md', { cwd: checkout });
