/** What the buttons on the map do. */
export interface ZoomActions {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly showAll: () => void;
  readonly showStart: () => void;
  /** Undefined while no route is lit. */
  readonly showRoute: (() => void) | undefined;
}

/** The buttons that move the map; each has its words, so none has to be guessed. */
export function ZoomButtons({ actions }: { readonly actions: ZoomActions }): React.JSX.Element {
  return (
    <div className="zoom-buttons">
      <button type="button" className="small-button" onClick={actions.zoomOut} aria-label="Zoom out">
        −
      </button>
      <button type="button" className="small-button" onClick={actions.zoomIn} aria-label="Zoom in">
        +
      </button>
      <button type="button" className="small-button" onClick={actions.showStart}>
        Start
      </button>
      <button type="button" className="small-button" onClick={actions.showAll}>
        Whole map
      </button>
      {actions.showRoute !== undefined && (
        <button type="button" className="small-button" onClick={actions.showRoute}>
          Route
        </button>
      )}
    </div>
  );
}
