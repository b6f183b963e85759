/** Dialogs nobody can see: dismissed, unless a test puts its own functions here with `app.evaluate`. */
export const dialog = {
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] as string[] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: (_window: unknown, options: { cancelId?: number }) =>
    Promise.resolve({ response: options.cancelId ?? 0, checkboxChecked: false }),
  showErrorBox: (title: string, content: string) => process.stderr.write(`${title}: ${content}\n`),
}
