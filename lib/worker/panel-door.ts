/** What each browser opens our panel with. */
export type PanelApi = {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
};

/**
 * Opens the panel of a window. Must be the first call in a click's handler: after an `await` both browsers
 * refuse, because the click is over.
 *
 * |                  | Chrome           | Firefox                              |
 * | opens it         | `sidePanel.open` | `sidebarAction.open`, active window  |
 */
export const createPanelDoor = (api: PanelApi) => (windowId: number) => {
  const opened = api.sidePanel ? api.sidePanel.open({ windowId }) : api.sidebarAction?.open();
  // Refused: the window closed meanwhile. What was asked waits for the next panel.
  opened?.catch(() => undefined);
};
