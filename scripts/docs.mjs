// `npm run docs`: the API as a web site in docs/api.
import { setUp, tool } from './setup.mjs';

setUp();
tool('typedoc');
