import type { ArticleRecord } from '../../record/record.ts';
import { codePointOffsets } from '../database/code-points.ts';

/** The labelling set-up that the tasks fit. */
export const LABEL_STUDIO_CONFIG = `<View>
  <Header value="$title"/>
  <Relations>
    <Relation value="subject"/>
    <Relation value="predicate"/>
    <Relation value="object"/>
    <Relation value="source"/>
    <Relation value="time"/>
    <Relation value="place"/>
    <Relation value="quantity"/>
  </Relations>
  <Labels name="label" toName="text">
    <Label value="Claim"/>
    <Label value="Subject"/>
    <Label value="Predicate"/>
    <Label value="Object"/>
    <Label value="Source"/>
    <Label value="Time"/>
    <Label value="Place"/>
    <Label value="Quantity"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>
`;

interface Region {
  readonly id: string;
  readonly from_name: 'label';
  readonly to_name: 'text';
  readonly type: 'labels';
  readonly value: { start: number; end: number; text: string; labels: [string] };
  readonly score: number;
}

interface Relation {
  readonly type: 'relation';
  readonly from_id: string;
  readonly to_id: string;
  readonly direction: 'right';
  readonly labels: [string];
}

/**
 * An article as a Label Studio task with the claims as predictions: a region for each claim and slot, a relation
 * from the claim to each slot. Offsets are code points, as Label Studio has counted since version 1.4.
 */
export function labelStudioTask(record: ArticleRecord): object {
  const codePoints = codePointOffsets(record.text);
  const regions = new Map<string, Region>();
  const relations: Relation[] = [];
  const region = (label: string, { start, end }: { start: number; end: number }, score: number): string => {
    const id = `${label.toLowerCase()}-${start}-${end}`;
    if (!regions.has(id)) {
      const value = {
        start: codePoints(start),
        end: codePoints(end),
        text: record.text.slice(start, end),
        labels: [label] as [string],
      };
      regions.set(id, { id, from_name: 'label', to_name: 'text', type: 'labels', value, score });
    }
    return id;
  };
  for (const claim of record.claims) {
    const from = region('Claim', claim.quote, claim.confidence);
    const relate = (label: string, span: { start: number; end: number }) => {
      if (span.end <= span.start) return;
      const to = region(label, span, claim.confidence);
      const labels: [string] = [label.toLowerCase()];
      relations.push({ type: 'relation', from_id: from, to_id: to, direction: 'right', labels });
    };
    relate('Subject', claim.subject);
    relate('Predicate', claim.predicate);
    if (claim.object) relate('Object', claim.object);
    for (const { source } of claim.attribution) if (source) relate('Source', source);
    for (const { timex } of claim.time) {
      const found = record.timexes.find(({ id }) => id === timex);
      if (found) relate('Time', found);
    }
    for (const place of claim.places) relate('Place', place);
    for (const quantity of claim.quantities) relate('Quantity', quantity);
  }
  return {
    data: {
      text: record.text,
      title: record.metadata.title ?? '',
      url: record.metadata.url ?? '',
      articleId: record.articleId,
      versionId: record.versionId,
    },
    predictions: [
      { model_version: `claimline ${record.pipeline.version}`, result: [...regions.values(), ...relations] },
    ],
  };
}
