export { Clock, SystemClock, VirtualClock } from './clock.js';
