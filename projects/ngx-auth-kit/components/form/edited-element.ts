/** The focused element if the user may be typing in it, in this form or beside it; else null. */
export function editedElement({ ownerDocument }: Element): Element | null {
  let active = ownerDocument.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active?.matches('input, textarea, select, [contenteditable]') ? active : null;
}
