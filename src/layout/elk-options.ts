/**
 * What ELK is told. Direction down with one partition a lane makes every lane a band of layers of its own, so that the
 * routes through the lanes are ELK's and nothing has to be moved afterwards. See README.md.
 */
export const ELK_OPTIONS: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  // Parts that hang together are not placed side by side on their own: the lanes run through all of them.
  'elk.separateConnectedComponents': 'false',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  // Little dampening keeps the map narrow; see README.md.
  'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
  'elk.layered.nodePlacement.linearSegments.deflectionDampening': '0.1',
  'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'TAIL_LAYER',
  'elk.padding': '[top=28,left=28,bottom=28,right=28]',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.labelNode': '0',
  'elk.spacing.edgeLabel': '4',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
};

/** From this many lines on, crossings are looked for once instead of seven times: they can no longer be read one by one. */
const MANY_LINES = 250;

/** How much work goes into few crossings and a narrow map, by the number of lines. */
export const thoroughnessFor = (lines: number): Readonly<Record<string, string>> =>
  lines < MANY_LINES ? {} : { 'elk.layered.thoroughness': '1', 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF' };

const STRAIGHTEST = 9;

/** The more often a line is taken, the straighter it is drawn. */
export const straightnessFor = (share: number): Readonly<Record<string, string>> => ({
  'elk.layered.priority.straightness': String(1 + Math.round(STRAIGHTEST * share)),
});
