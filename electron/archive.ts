/**
 * The same path beside the packed application's archive. The engine's process runs there: threads cannot start from
 * inside an archive, and what it imports is found from where it lies itself. Any other path stays as it is.
 */
export function besideArchive(path: string): string {
  return path.replace(/^(.*[\\/])app\.asar(?=[\\/]|$)/s, '$1app.asar.unpacked')
}
