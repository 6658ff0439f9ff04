export default function AccountManagers() {
  return null
}
