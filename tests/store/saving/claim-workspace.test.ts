import { describe, expect, test } from 'vitest';
import { type Claim, type ClaimPorts, claimWorkspace, type Standing } from '#store/saving/claim-workspace.ts';
import { aClock, fakeChannels, fakeLocks, settle } from './fakes.ts';

interface Tab {
  readonly claim: Claim;
  readonly told: Standing[];
}

/** A browser whose tabs open workspaces one after another. */
function aBrowser(): {
  readonly time: ReturnType<typeof aClock>;
  readonly openTab: (id?: string, handOver?: () => Promise<unknown>, ports?: Partial<ClaimPorts>) => Promise<Tab>;
} {
  const [locks, channel, time] = [fakeLocks(), fakeChannels(), aClock()];
  return {
    time,
    openTab: async (id = 'exampleshire', handOver = () => Promise.resolve(), ports = {}) => {
      const told: Standing[] = [];
      const tell = (standing: Standing): void => void told.push(standing);
      const all = { locks, channel: channel(), startTimer: time.startTimer, ...ports };
      return { told, claim: await claimWorkspace(all, id, { handOver, tell }) };
    },
  };
}

test('the first tab owns a workspace, the second reads it, another workspace has its own owner', async () => {
  const { openTab } = aBrowser();
  expect((await openTab()).claim.standing()).toBe('owner');
  expect((await openTab()).claim.standing()).toBe('reader');
  expect((await openTab('elsewhere')).claim.standing()).toBe('owner');
});

describe('taking over', () => {
  test('the owner keeps what is waiting before it becomes a reader, and both are told', async () => {
    const { openTab } = aBrowser();
    const steps: string[] = [];
    const first = await openTab('exampleshire', async () => {
      await settle();
      steps.push('kept');
    });
    const second = await openTab();
    await second.claim.takeOver();
    steps.push('taken');
    await settle();
    expect(steps).toEqual(['kept', 'taken']);
    expect([first.claim.standing(), second.claim.standing()]).toEqual(['reader', 'owner']);
    expect([first.told, second.told]).toEqual([['reader'], ['owner']]);
  });

  test('it may go back and forth', async () => {
    const { openTab } = aBrowser();
    const [first, second] = [await openTab(), await openTab()];
    await second.claim.takeOver();
    await first.claim.takeOver();
    await settle();
    expect([first.claim.standing(), second.claim.standing()]).toEqual(['owner', 'reader']);
    await second.claim.takeOver();
    expect([first.told, second.told]).toEqual([
      ['reader', 'owner', 'reader'],
      ['owner', 'reader', 'owner'],
    ]);
  });

  test('an owner that does not answer loses the workspace all the same, and is told', async () => {
    const { openTab, time } = aBrowser();
    const first = await openTab('exampleshire', () => new Promise(() => undefined));
    const second = await openTab();
    const taking = second.claim.takeOver();
    await settle();
    expect(second.claim.standing()).toBe('reader');
    time.pass(2000);
    await taking;
    await settle();
    expect([first.claim.standing(), second.claim.standing()]).toEqual(['reader', 'owner']);
    expect(first.told).toEqual(['reader']);
  });

  test('a workspace whose tab was closed is taken at once by the next that opens it', async () => {
    const { openTab } = aBrowser();
    const first = await openTab();
    first.claim.release();
    await settle();
    expect(first.told).toEqual([]);
    expect((await openTab()).claim.standing()).toBe('owner');
  });
});

test('a browser without locks says that it cannot tell, and lets people work', async () => {
  const { openTab } = aBrowser();
  const { claim } = await openTab('exampleshire', undefined, { locks: null });
  expect(claim).toMatchObject({ isSure: false });
  expect(claim.standing()).toBe('owner');
  await claim.takeOver();
  claim.release();
});

test('a browser without wires between tabs takes over without asking', async () => {
  const { openTab } = aBrowser();
  const first = await openTab();
  const second = await openTab('exampleshire', undefined, { channel: null });
  await second.claim.takeOver();
  await settle();
  expect([first.claim.standing(), second.claim.standing()]).toEqual(['reader', 'owner']);
  expect(first.told).toEqual(['reader']);
});
