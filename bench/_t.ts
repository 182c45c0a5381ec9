import { measureParser } from './parser.ts';
import { printTable } from './table.ts';
printTable(measureParser({ isShort: true }));
