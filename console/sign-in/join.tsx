import { useState } from "react";
import { useLocation } from "wouter";
import type { JoinRequest, Me } from "../../protocol/rest.ts";
import { post } from "../state/api.ts";
import { signedIn } from "../state/session.ts";
import { t } from "../strings/t.ts";
import { Button } from "../ui/button.tsx";
import { isComplete, newOperator, OperatorFields } from "./operator-fields.tsx";
import { Page } from "./page.tsx";
import styles from "./page.module.css";
import { Problem } from "./problem.tsx";
import { useSubmit } from "./use-submit.ts";

/** A colleague's account, by a one-time link. */
export function Join({ ticket }: { ticket: string }) {
  const [, navigate] = useLocation();
  const [operator, setOperator] = useState(newOperator);
  const [tried, setTried] = useState(false);
  const form = useSubmit(async () => {
    setTried(true);
    if (!isComplete(operator)) return;
    const request: JoinRequest = { ticket, ...operator };
    const { me } = await post<{ me: Me }>("/join", request);
    navigate("/", { replace: true });
    signedIn(me);
  });
  return (
    <Page title={t("signIn.joinTitle")} text={t("signIn.joinText")} wide>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <OperatorFields value={operator} onChange={setOperator} tried={tried} />
        <Problem sentence={form.problem} />
        <Button submit look="primary" size="large" className={styles.submit} disabled={form.busy}>
          {t(form.busy ? "signIn.creating" : "signIn.join")}
        </Button>
      </form>
    </Page>
  );
}
