/** Compares two times as the service writes them, to their last digit: "…00Z" is before "…00.250Z", whose text comes first. */
export function compareInstants(a: string, b: string): number {
  const [one, other] = [a.replace('Z', ''), b.replace('Z', '')]
  return one === other ? 0 : one < other ? -1 : 1
}
