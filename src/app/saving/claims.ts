import { type Claim, type ClaimPorts, claimWorkspace, type Standing } from '#store/saving/claim-workspace.ts';

/** The claims of this tab, by the ids of workspaces: a workspace that is opened again is still its own. */
export interface Claims {
  readonly claim: (id: string) => Promise<Standing>;
  readonly standing: (id: string) => Standing;
  readonly takeOver: (id: string) => Promise<void>;
  /** Lets go of all workspaces but these. */
  readonly keepOnly: (ids: ReadonlySet<string>) => void;
}

interface ClaimsListener {
  readonly handOver: (id: string) => Promise<unknown>;
  readonly tell: (id: string, standing: Standing) => void;
}

export function newClaims(ports: ClaimPorts, { handOver, tell }: ClaimsListener): Claims {
  const claims = new Map<string, Claim>();
  return {
    claim: async (id) => {
      const claim =
        claims.get(id) ??
        (await claimWorkspace(ports, id, {
          handOver: () => handOver(id),
          tell: (standing) => tell(id, standing),
        }));
      claims.set(id, claim);
      return claim.standing();
    },
    standing: (id) => claims.get(id)?.standing() ?? 'owner',
    takeOver: async (id) => claims.get(id)?.takeOver(),
    keepOnly: (ids) => {
      for (const [id, claim] of claims) {
        if (ids.has(id)) continue;
        claim.release();
        claims.delete(id);
      }
    },
  };
}
