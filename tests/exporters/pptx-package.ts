import { dirname, join } from 'node:path/posix';
import { strFromU8, unzipSync } from 'fflate';

/** The parts of a package by their paths. */
export type Parts = ReadonlyMap<string, string>;

export const partsOf = (bytes: Uint8Array): Parts =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

/** The values of an attribute wherever it stands. */
export const attributes = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'gu'))].map(([, value]) => value ?? '');

/** What in a package leads nowhere, or has no type. */
export function packageFaults(parts: Parts): readonly string[] {
  const types = parts.get('[Content_Types].xml') ?? '';
  const overrides = attributes(types, 'PartName').map((name) => name.slice(1));
  const defaults = new Set(attributes(types, 'Extension'));
  const typeless = [...parts.keys()].filter(
    (path) =>
      path !== '[Content_Types].xml' && !overrides.includes(path) && !defaults.has(path.split('.').at(-1) ?? ''),
  );
  const targets = [...parts].flatMap(([path, xml]) => {
    if (!path.endsWith('.rels')) return [];
    const folder = dirname(dirname(path));
    return attributes(xml, 'Target').map((target) => (target.startsWith('/') ? target.slice(1) : join(folder, target)));
  });
  return [
    ...typeless.map((path) => `${path} has no type`),
    ...overrides.filter((path) => !parts.has(path)).map((path) => `${path} has a type and is not there`),
    ...targets.filter((path) => !parts.has(path)).map((path) => `${path} is related and is not there`),
  ];
}

export const slidesOf = (parts: Parts): readonly string[] =>
  [...parts]
    .flatMap(([path, xml]) => {
      const [, number] = /^ppt\/slides\/slide(\d+)\.xml$/u.exec(path) ?? [];
      return number === undefined ? [] : [[Number(number), xml] as const];
    })
    .toSorted(([one], [other]) => one - other)
    .map(([, xml]) => xml);

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a shape stands, in points. */
function frameOf(xml: string): Frame {
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'cx', 'cy'].map(
    (name) => Number(attributes(xml.slice(xml.indexOf('<a:off')), name)[0]) / 12_700,
  );
  return { x, y, width, height };
}

/** The places at which arrows can be joined to a rectangle, in the order of the format. */
function siteOf({ x, y, width, height }: Frame, site: number): readonly [number, number] | undefined {
  return (
    [
      [x + width / 2, y],
      [x, y + height / 2],
      [x + width / 2, y + height],
      [x + width, y + height / 2],
    ] as const
  )[site];
}

/** Where the drawn arrow begins and ends: its corners, mirrored and then turned about its middle. */
function endsOf(arrow: string): readonly (readonly [number, number])[] {
  const { x, y, width, height } = frameOf(arrow);
  const transform = /<a:xfrm([^>]*)>/u.exec(arrow)?.[1] ?? '';
  const angle = (Number(attributes(transform, 'rot')[0] ?? 0) / 60_000 / 180) * Math.PI;
  const [across, down] = [transform.includes('flipH="1"') ? -1 : 1, transform.includes('flipV="1"') ? -1 : 1];
  return [-1, 1].map((end) => {
    const [u, v] = [(end * across * width) / 2, (end * down * height) / 2];
    return [
      x + width / 2 + u * Math.cos(angle) - v * Math.sin(angle),
      y + height / 2 + u * Math.sin(angle) + v * Math.cos(angle),
    ] as const;
  });
}

/** What is wrong with the arrows of a slide: joined to nothing, or drawn elsewhere than they are joined. */
export function arrowFaults(slide: string): readonly string[] {
  const shapes = new Map(
    [...slide.matchAll(/<p:sp>.*?<\/p:sp>/gsu)].map(([shape]) => [attributes(shape, 'id')[0] ?? '', shape]),
  );
  return [...slide.matchAll(/<p:cxnSp>.*?<\/p:cxnSp>/gsu)].flatMap(([arrow]) => {
    const joints = [...arrow.matchAll(/<a:(?:stCxn|endCxn) id="(\d+)" idx="(\d)"\/>/gu)];
    if (joints.length !== 2) return ['an arrow is not joined'];
    const drawn = endsOf(arrow);
    return joints.flatMap(([, id, idx], position) => {
      const shape = shapes.get(id ?? '');
      const site = shape === undefined ? undefined : siteOf(frameOf(shape), Number(idx));
      if (site === undefined) return [`an arrow is joined to shape ${id ?? ''}`];
      const [x, y] = drawn[position] ?? [0, 0];
      return Math.hypot(x - site[0], y - site[1]) < 0.01 ? [] : [`an arrow is drawn beside shape ${id ?? ''}`];
    });
  });
}
