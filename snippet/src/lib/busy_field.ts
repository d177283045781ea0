/** Whether somebody is filling something in. */

/** A field, a list or a frame of another site has the focus; shadow roots are looked into. */
export const busyField = (): boolean => {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  if (!focus) return false;
  if (/^(select|textarea|iframe)$/i.test(focus.tagName) || (focus as HTMLElement).isContentEditable) return true;
  return focus.tagName === "INPUT" && !/^(button|submit|reset|image|checkbox|radio)$/.test((focus as HTMLInputElement).type);
};
