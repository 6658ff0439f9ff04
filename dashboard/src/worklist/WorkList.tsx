export default function WorkList() {
  return null
}
