export { subjectDecider, subjectStream, type EraseSubject, type SubjectEvent } from './subject.js';
