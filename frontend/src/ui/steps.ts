/**
 * Tells the first of several choices made by arrow key from the further ones, which are no places to come back to: going
 * through the years is one step of the history.
 */
export function stepsOf() {
  let byKey = false;
  let further = false;
  const begin = () => {
    byKey = false;
    further = false;
  };
  return {
    handlers: {
      onPointerDown: begin,
      onBlur: (event: { currentTarget: Element; relatedTarget: Element | null }) => {
        if (!event.currentTarget.contains(event.relatedTarget)) begin();
      },
      onKeyDown: () => {
        byKey = true;
      },
    },
    /** To be asked once for each choice. */
    isFurther(): boolean {
      const answer = byKey && further;
      further = byKey;
      return answer;
    },
  };
}
