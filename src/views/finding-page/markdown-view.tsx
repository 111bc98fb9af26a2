import { assertNever } from '#model/assert.ts';
import { type Block, type Inline, readInline } from './read-markdown.ts';

function InlineView({ part }: { readonly part: Inline }): React.JSX.Element {
  switch (part.kind) {
    case 'text':
      return <>{part.text}</>;
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'emphasis':
      return <em>{part.text}</em>;
    case 'code':
      return <code>{part.text}</code>;
    default:
      return assertNever(part.kind);
  }
}

function Words({ text }: { readonly text: string }): React.JSX.Element {
  const parts = readInline(text);
  return (
    <>
      {[...parts.entries()].map(([place, part]) => (
        <InlineView key={place} part={part} />
      ))}
    </>
  );
}

function TableView({ block }: { readonly block: Extract<Block, { kind: 'table' }> }): React.JSX.Element {
  return (
    <table className="page-table">
      <thead>
        <tr>
          {block.head.map((cell) => (
            <th key={cell} scope="col">
              <Words text={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, place) => (
              <td key={`${block.head[place] ?? ''}|${cell}`}>
                <Words text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BlockView({ block }: { readonly block: Block }): React.JSX.Element {
  switch (block.kind) {
    case 'heading':
      return <h5 className="panel__heading">{block.text}</h5>;
    case 'paragraph':
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TableView block={block} />;
    default:
      return assertNever(block);
  }
}

/** Parts of a page as elements; nothing in it is read as HTML. */
export function MarkdownView({ blocks }: { readonly blocks: readonly Block[] }): React.JSX.Element {
  return (
    <>
      {blocks.map((block) => (
        <BlockView key={JSON.stringify(block)} block={block} />
      ))}
    </>
  );
}
