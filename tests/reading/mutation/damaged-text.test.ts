import { expectWarned } from './expect-warned';

expectWarned('text');
