/** Questions of every kind, and what is told after an answer. The seam is `props.ts`. */
export { Question } from './question.tsx';
export { Feedback } from './feedback.tsx';
export { Review } from './review.tsx';
export type { FeedbackProps, QuestionProps, ReviewProps } from './props.ts';
