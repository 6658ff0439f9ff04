export default function NewClient() {
  return null
}
