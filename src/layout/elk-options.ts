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

/**
 * Network simplex makes a narrower map with straight main routes, but its time grows steeply with
 * the number of lines; beyond this many the plain way is taken, which needs a fifth of the time.
 */
const MOST_LINES_FOR_STRAIGHT = 120;

export const placementFor = (lines: number): Readonly<Record<string, string>> =>
  lines <= MOST_LINES_FOR_STRAIGHT
    ? { 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX' }
    : { 'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS', 'elk.layered.thoroughness': '1' };

const STRAIGHTEST = 9;

/** The more often a line is taken, the straighter it is drawn. */
export const straightnessFor = (share: number): Readonly<Record<string, string>> => ({
  'elk.layered.priority.straightness': String(1 + Math.round(STRAIGHTEST * share)),
});
