import { Toasts } from "./ui/toast.tsx";

/** The whole console. */
export function App() {
  return <Toasts />;
}
