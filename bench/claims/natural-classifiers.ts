import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import type { LabelledSentence, Parts } from '../../train/scores-data.ts';

/** How a classifier of `natural` does on test sentences: its labels, and its share for the label 1. */
export interface NaturalResult {
  readonly name: string;
  readonly labels: readonly number[];
  readonly scores: readonly number[];
}

/** natural's logistic regression holds every document as a dense row and its time grows with about the cube of their number. */
const MOST_FOR_REGRESSION = 150;

/** Both classifiers of `natural` with their own stemmer and stop words, trained on the same sentences as ours. */
export function naturalClassifiers({ train, test }: Parts): NaturalResult[] {
  const every = Math.max(1, Math.ceil(train.length / MOST_FOR_REGRESSION));
  const some = train.filter((_, at) => at % every === 0);
  return [
    measure('natural BayesClassifier', new BayesClassifier(), train, test),
    measure(
      `natural LogisticRegressionClassifier, ${some.length} of ${train.length} sentences`,
      new LogisticRegressionClassifier(),
      some,
      test,
    ),
  ];
}

function measure(
  name: string,
  classifier: NaturalClassifier,
  train: readonly LabelledSentence[],
  test: readonly LabelledSentence[],
): NaturalResult {
  for (const { text, label } of train) classifier.addDocument(text, String(label));
  classifier.train();
  // best first
  const found = test.map(({ text }) => classifier.getClassifications(text));
  return {
    name,
    labels: found.map(([best]) => Number(best!.label)),
    scores: found.map((labels) => {
      const sum = labels.reduce((total, { value }) => total + value, 0);
      return sum === 0 ? 0.5 : (labels.find(({ label }) => label === '1')?.value ?? 0) / sum;
    }),
  };
}
