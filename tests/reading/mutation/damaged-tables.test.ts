import { expectWarned } from './expect-warned';

expectWarned('tables');
