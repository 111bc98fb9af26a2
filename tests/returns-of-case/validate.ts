import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { validateXML } from 'xmllint-wasm';

/** What an XML Schema validator of its own says of a file; empty where it is valid. */
export async function schemaErrors(xml: string, schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'file.xml', contents: xml },
    schema: { fileName: 'schema.xsd', contents: schema },
  });
  return errors.map(({ message }) => message);
}

const SAMPLES = fileURLToPath(new URL('../../../shared/reference/data/', import.meta.url));

/** A file of the community's own, where the folder of outside samples lies beside the repository; null where it does not. */
export const outsideSample = (name: string): string | null =>
  existsSync(`${SAMPLES}${name}`) ? readFileSync(`${SAMPLES}${name}`, 'utf8') : null;
