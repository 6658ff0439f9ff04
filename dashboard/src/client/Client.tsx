export default function Client({ clientId }: { clientId: string }) {
  return clientId
}
