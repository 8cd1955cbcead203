// natural ships types for its root alone; these are the subpaths that the benchmark compares with.
interface NaturalClassifier {
  addDocument(text: string, label: string): void;
  train(): void;
  getClassifications(text: string): { label: string; value: number }[];
}
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  const Classifier: new () => NaturalClassifier;
  export default Classifier;
}
declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  const Classifier: new () => NaturalClassifier;
  export default Classifier;
}
