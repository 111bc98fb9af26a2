import { dayInWords } from '#walk/days.ts';
import type { FirstStep, WorkItem, WorkList } from '#walk/work-list.ts';
import { BeginAnother } from './begin-another.tsx';

interface WorkListProps {
  readonly list: WorkList;
  readonly firstSteps: readonly FirstStep[];
  /** Key of the step that is looked at. */
  readonly chosen: string | null;
  /** The case's own today. */
  readonly today: string;
  readonly onChoose: (step: string) => void;
  readonly onStart: (step: string, on: string) => void;
  readonly onBegin: (step: FirstStep, source: string) => void;
}

type ItemProps = Pick<WorkListProps, 'chosen' | 'today' | 'onChoose' | 'onStart'> & { readonly item: WorkItem };

function Clock({ item }: { readonly item: WorkItem }): React.JSX.Element | null {
  const { clock } = item;
  if (clock === null) return null;
  return (
    <span className={clock.isOver ? 'work-item__clock work-item__clock--over' : 'work-item__clock'}>
      {clock.isOver && <span aria-hidden="true">▲ </span>}
      {clock.says}
      {clock.isStatutory ? ' (statutory)' : ''}
      <span className="work-item__since">{clock.since}</span>
    </span>
  );
}

function OpenItem({ item, chosen, today, onChoose, onStart }: ItemProps): React.JSX.Element {
  const { key, name, status, says, from, putOffTo } = item;
  return (
    <li className={`work-item work-item--${status}`} data-chosen={key === chosen}>
      <button
        type="button"
        className="work-item__choose"
        aria-current={key === chosen ? 'true' : undefined}
        onClick={() => onChoose(key)}
      >
        <span className="work-item__name">{name}</span>
        <span className="work-item__says">
          {says}
          {from === '' ? '' : `, ${from}`}
        </span>
        <Clock item={item} />
      </button>
      {status === 'incoming' && (
        <button type="button" className="text-button work-item__start" onClick={() => onStart(key, putOffTo ?? today)}>
          {putOffTo === null ? 'Start' : `Go to ${dayInWords(putOffTo, today)} and start`}
          <span className="visually-hidden"> {name}</span>
        </button>
      )}
    </li>
  );
}

type ClosedProps = Pick<WorkListProps, 'chosen' | 'onChoose'> & {
  readonly title: string;
  readonly items: readonly WorkItem[];
};

function ClosedItems({ title, items, chosen, onChoose }: ClosedProps): React.JSX.Element | null {
  if (items.length === 0) return null;
  return (
    <>
      <h4 className="work-list__heading">{title}</h4>
      <ul className="plain-list work-list__closed">
        {items.map(({ key, name, says, clock }) => (
          <li key={key}>
            <button
              type="button"
              className="text-button"
              aria-current={key === chosen ? 'true' : undefined}
              onClick={() => onChoose(key)}
            >
              {name}
            </button>{' '}
            <span className="case-quiet">
              {says.replace(/^Completed /u, '')}
              {clock?.isOver === true && (
                <span className="work-item__clock--over">
                  {' '}
                  <span aria-hidden="true">▲</span> {clock.says.replace(/:.*$/u, '')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is to be done in the case, what is done, what was cancelled, and what else may begin. */
export function WorkListView(props: WorkListProps): React.JSX.Element {
  const { list, firstSteps, onBegin } = props;
  const isFirst = list.open.length + list.done.length + list.cancelled.length === 0;
  return (
    <>
      {list.open.length === 0 && !isFirst && <p className="case-quiet">Nothing is open.</p>}
      <ol className="plain-list work-list__open">
        {list.open.map((item) => (
          <OpenItem key={item.key} {...props} item={item} />
        ))}
      </ol>
      <BeginAnother steps={firstSteps} isFirst={isFirst} onBegin={onBegin} />
      <ClosedItems {...props} title="Done" items={list.done} />
      <ClosedItems {...props} title="Cancelled" items={list.cancelled} />
    </>
  );
}
