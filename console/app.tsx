import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import { useAlerting } from "./alerts/use-alerting.ts";
import { Commands } from "./commands/windows.tsx";
import { VisitorList } from "./list/visitor-list.tsx";
import { NotFound, Starting, Unreachable } from "./shell/between.tsx";
import { Failure } from "./shell/failure.tsx";
import { Shell } from "./shell/shell.tsx";
import { useSession } from "./state/session.ts";
import { useLanguage } from "./strings/use-language.ts";
import { Toasts } from "./ui/toast.tsx";
import { onDemand } from "./ui/on-demand.tsx";

// What an operator does not see every day is loaded when it is opened.
const AddTag = onDemand(() => import("./sign-in/add-tag.tsx").then((it) => it.AddTag));
const ChatPage = onDemand(() => import("./chat/chat-page.tsx").then((it) => it.ChatPage));
const Join = onDemand(() => import("./sign-in/join.tsx").then((it) => it.Join));
const LeftMessages = onDemand(() => import("./chat/left-messages.tsx").then((it) => it.LeftMessages));
const History = onDemand(() => import("./history/history.tsx").then((it) => it.History));
const Operators = onDemand(() => import("./talks/operators.tsx").then((it) => it.Operators));
const Settings = onDemand(() => import("./settings/settings.tsx").then((it) => it.Settings));
const Reset = onDemand(() => import("./sign-in/reset.tsx").then((it) => it.Reset));
const SetUp = onDemand(() => import("./sign-in/set-up.tsx").then((it) => it.SetUp));
const SetUpNeeded = onDemand(() => import("./sign-in/set-up-needed.tsx").then((it) => it.SetUpNeeded));
const SignIn = onDemand(() => import("./sign-in/sign-in.tsx").then((it) => it.SignIn));

// A refusal is an answer, and asking again would get the same one.
const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });

/** The whole console. */
export function App() {
  const language = useLanguage();
  return (
    // The console's policy allows no <style> elements; what they would say stands in global.css.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queries}>
        {/* oxlint-disable-next-line react/hooks -- wouter takes the hook that tells where we are */}
        <Router hook={useHashLocation}>
          {/* Another language draws everything anew: strings are not state. */}
          <Failure key={language}>
            <Suspense fallback={<Starting />}>
              <Switch>
                <Route path="/set-up/:ticket">{({ ticket }) => <SetUp ticket={ticket} />}</Route>
                <Route path="/join/:ticket">{({ ticket }) => <Join ticket={ticket} />}</Route>
                <Route path="/reset/:ticket">{({ ticket }) => <Reset ticket={ticket} />}</Route>
                <Route>
                  <BySession />
                </Route>
              </Switch>
            </Suspense>
            <Toasts />
          </Failure>
        </Router>
      </QueryClientProvider>
    </CSPProvider>
  );
}

function BySession() {
  const session = useSession((state) => state.session);
  switch (session.kind) {
    case "starting":
      return <Starting />;
    case "unreachable":
      return <Unreachable />;
    case "needs-set-up":
      return <SetUpNeeded />;
    case "signed-out":
      return <SignIn ended={session.ended} />;
    case "signed-in":
      return <SignedIn />;
  }
}

function SignedIn() {
  useAlerting();
  return (
    <>
      <Commands />
      <Switch>
        <Route path="/add-tag">
          <AddTag />
        </Route>
        <Route path="/chat/:conversation">{({ conversation }) => <ChatPage conversation={conversation} />}</Route>
        <Route path="/sign-in">
          <Redirect to="/" replace />
        </Route>
        <Route>
          <Shell>
            <Suspense fallback={null}>
              <Switch>
                <Route path="/">
                  <VisitorList />
                </Route>
                <Route path="/left">
                  <LeftMessages />
                </Route>
                <Route path="/history">
                  <History />
                </Route>
                <Route path="/operators">
                  <Operators />
                </Route>
                <Route path="/settings/*?">
                  <Settings />
                </Route>
                <Route>
                  <NotFound />
                </Route>
              </Switch>
            </Suspense>
          </Shell>
        </Route>
      </Switch>
    </>
  );
}
